import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::KinesisAnalyticsV2::Application',
  from: {
    aws_kinesisanalyticsv2_application: makes({
      ApplicationName: 'name',
      RuntimeEnvironment: 'runtime_environment',
      ServiceExecutionRole: 'service_execution_role',
      Tags: tags,
    }),
  },
});
