import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::WAFv2::LoggingConfiguration',
  from: {
    aws_wafv2_web_acl_logging_configuration: makes({
      LogDestinationConfigs: 'log_destination_configs',
      ResourceArn: 'resource_arn',
    }),
  },
});
