import { defineTerraform } from '../../../model/terraform.ts';
import { block, each, makes, tags, words } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ECS::Service',
  from: {
    aws_ecs_service: makes(
      {
        ServiceName: 'name',
        Cluster: 'cluster',
        TaskDefinition: 'task_definition',
        CapacityProviderStrategy: each('capacity_provider_strategy', {
          Base: 'base',
          CapacityProvider: 'capacity_provider',
          Weight: 'weight',
        }),
        DeploymentController: { Type: 'deployment_controller.type' },
        DesiredCount: 'desired_count',
        EnableExecuteCommand: 'enable_execute_command',
        LaunchType: 'launch_type',
        LoadBalancers: each('load_balancer', {
          ContainerName: 'container_name',
          ContainerPort: 'container_port',
          LoadBalancerName: 'elb_name',
          TargetGroupArn: 'target_group_arn',
        }),
        NetworkConfiguration: {
          AwsvpcConfiguration: block('network_configuration', {
            AssignPublicIp: words('assign_public_ip', { true: 'ENABLED', false: 'DISABLED' }),
            SecurityGroups: 'security_groups',
            Subnets: 'subnets',
          }),
        },
        PlatformVersion: 'platform_version',
        Role: 'iam_role',
        SchedulingStrategy: 'scheduling_strategy',
        ServiceRegistries: each('service_registries', {
          ContainerName: 'container_name',
          ContainerPort: 'container_port',
          Port: 'port',
          RegistryArn: 'registry_arn',
        }),
        Tags: tags,
      },
      { attributes: { arn: 'Ref' } },
    ),
  },
});
