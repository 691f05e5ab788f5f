import { defineTerraform, type TerraformRule } from '../../../model/terraform.ts';
import { configures, each, makes, tags } from '../../terraform-rules.ts';

const strategy: TerraformRule = each('default_capacity_provider_strategy', {
  Base: 'base',
  CapacityProvider: 'capacity_provider',
  Weight: 'weight',
});

export default defineTerraform({
  type: 'AWS::ECS::Cluster',
  from: {
    aws_ecs_cluster: makes(
      {
        ClusterName: 'name',
        ClusterSettings: each('setting', { Name: 'name', Value: 'value' }),
        Configuration: {
          ExecuteCommandConfiguration: {
            KmsKeyId: 'configuration.execute_command_configuration.kms_key_id',
            Logging: 'configuration.execute_command_configuration.logging',
            LogConfiguration: {
              CloudWatchEncryptionEnabled:
                'configuration.execute_command_configuration.log_configuration.cloud_watch_encryption_enabled',
              CloudWatchLogGroupName:
                'configuration.execute_command_configuration.log_configuration.cloud_watch_log_group_name',
              S3BucketName: 'configuration.execute_command_configuration.log_configuration.s3_bucket_name',
              S3EncryptionEnabled:
                'configuration.execute_command_configuration.log_configuration.s3_bucket_encryption_enabled',
              S3KeyPrefix: 'configuration.execute_command_configuration.log_configuration.s3_key_prefix',
            },
          },
          ManagedStorageConfiguration: {
            FargateEphemeralStorageKmsKeyId:
              'configuration.managed_storage_configuration.fargate_ephemeral_storage_kms_key_id',
            KmsKeyId: 'configuration.managed_storage_configuration.kms_key_id',
          },
        },
        ServiceConnectDefaults: { Namespace: 'service_connect_defaults.namespace' },
        Tags: tags,
      },
      { attributes: { id: 'Arn' } },
    ),
    aws_ecs_cluster_capacity_providers: configures('cluster_name', {
      CapacityProviders: 'capacity_providers',
      DefaultCapacityProviderStrategy: strategy,
    }),
  },
});
