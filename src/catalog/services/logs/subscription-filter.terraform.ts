import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Logs::SubscriptionFilter',
  from: {
    aws_cloudwatch_log_subscription_filter: makes({
      FilterName: 'name',
      DestinationArn: 'destination_arn',
      FilterPattern: 'filter_pattern',
      LogGroupName: 'log_group_name',
      RoleArn: 'role_arn',
    }),
  },
});
