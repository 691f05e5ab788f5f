import { defineTerraform } from '../../../model/terraform.ts';
import { code, document, each, makes, tags } from '../../terraform-rules.ts';
import { containerDefinitions } from './terraform-containers.ts';

const containers = code(['container_definitions'], (view) => {
  const stated = view.give(document('container_definitions'));
  return stated && containerDefinitions(stated, view);
});

export default defineTerraform({
  type: 'AWS::ECS::TaskDefinition',
  from: {
    aws_ecs_task_definition: makes(
      {
        Family: 'family',
        ContainerDefinitions: containers,
        Cpu: 'cpu',
        Memory: 'memory',
        ExecutionRoleArn: 'execution_role_arn',
        TaskRoleArn: 'task_role_arn',
        IpcMode: 'ipc_mode',
        NetworkMode: 'network_mode',
        PidMode: 'pid_mode',
        RequiresCompatibilities: 'requires_compatibilities',
        EphemeralStorage: { SizeInGiB: 'ephemeral_storage.size_in_gib' },
        Volumes: each('volume', {
          Name: 'name',
          ConfiguredAtLaunch: 'configure_at_launch',
          Host: { SourcePath: 'host_path' },
          DockerVolumeConfiguration: {
            Autoprovision: 'docker_volume_configuration.autoprovision',
            Driver: 'docker_volume_configuration.driver',
            DriverOpts: 'docker_volume_configuration.driver_opts',
            Labels: 'docker_volume_configuration.labels',
            Scope: 'docker_volume_configuration.scope',
          },
          EFSVolumeConfiguration: {
            FilesystemId: 'efs_volume_configuration.file_system_id',
            RootDirectory: 'efs_volume_configuration.root_directory',
            TransitEncryption: 'efs_volume_configuration.transit_encryption',
            TransitEncryptionPort: 'efs_volume_configuration.transit_encryption_port',
            AuthorizationConfig: {
              AccessPointId: 'efs_volume_configuration.authorization_config.access_point_id',
              IAM: 'efs_volume_configuration.authorization_config.iam',
            },
          },
        }),
        Tags: tags,
      },
      { attributes: { id: 'Family', arn_without_revision: 'Arn' } },
    ),
  },
});
