import { defineTerraform } from '../../../model/terraform.ts';
import { block, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::KinesisAnalyticsV2::Application',
  from: {
    aws_kinesisanalyticsv2_application: makes({
      ApplicationName: 'name',
      ApplicationConfiguration: {
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
