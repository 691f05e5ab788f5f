import { defineTerraform } from '../../../model/terraform.ts';
import { block, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::KinesisAnalyticsV2::Application',
  from: {
    aws_kinesisanalyticsv2_application: makes({
      ApplicationName: 'name',
      ApplicationConfiguration: {
        ApplicationCodeConfiguration: {
          CodeContent: {
            S3ContentLocation: block(
              'application_configuration.application_code_configuration.code_content.s3_content_location',
              { BucketARN: 'bucket_arn', FileKey: 'file_key', ObjectVersion: 'object_version' },
            ),
          },
        },
        FlinkApplicationConfiguration: {
          CheckpointConfiguration: block(
            'application_configuration.flink_application_configuration.checkpoint_configuration',
            { CheckpointingEnabled: 'checkpointing_enabled', ConfigurationType: 'configuration_type' },
          ),
        },
      },
      RuntimeEnvironment: 'runtime_environment',
      ServiceExecutionRole: 'service_execution_role',
      Tags: tags,
    }),
  },
});
