import { defineTerraform } from '../../../model/terraform.ts';
import { always, block, configures, each, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::CodeBuild::Project',
  from: {
    aws_codebuild_project: makes(
      {
        Name: 'name',
        Description: 'description',
        BuildBatchConfig: block('build_batch_config', { ServiceRole: 'service_role' }),
        Artifacts: {
          Type: 'artifacts.type',
          EncryptionDisabled: 'artifacts.encryption_disabled',
          Location: 'artifacts.location',
        },
        SecondaryArtifacts: each('secondary_artifacts', {
          Type: 'type',
          EncryptionDisabled: 'encryption_disabled',
          Location: 'location',
        }),
        Cache: { Type: 'cache.type', Location: 'cache.location' },
        EncryptionKey: 'encryption_key',
        Environment: {
          ComputeType: 'environment.compute_type',
          EnvironmentVariables: each('environment.environment_variable', {
            Name: 'name',
            Value: 'value',
            Type: 'type',
          }),
          Image: 'environment.image',
          PrivilegedMode: 'environment.privileged_mode',
          Type: 'environment.type',
        },
        LogsConfig: {
          CloudWatchLogs: {
            GroupName: 'logs_config.cloudwatch_logs.group_name',
            Status: 'logs_config.cloudwatch_logs.status',
          },
          S3Logs: { Location: 'logs_config.s3_logs.location', Status: 'logs_config.s3_logs.status' },
        },
        ResourceAccessRole: 'resource_access_role',
        ServiceRole: 'service_role',
        Source: { BuildSpec: 'source.buildspec', Location: 'source.location', Type: 'source.type' },
        SourceVersion: 'source_version',
        Visibility: 'project_visibility',
        VpcConfig: {
          VpcId: 'vpc_config.vpc_id',
          Subnets: 'vpc_config.subnets',
          SecurityGroupIds: 'vpc_config.security_group_ids',
        },
        Tags: tags,
      },
      { attributes: { id: 'Arn' } },
    ),
    aws_codebuild_webhook: configures('project_name', { Triggers: { Webhook: always(true) } }),
  },
});
