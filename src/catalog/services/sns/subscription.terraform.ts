import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SNS::Subscription',
  from: {
    aws_sns_topic_subscription: makes({
      Endpoint: 'endpoint',
      FilterPolicy: document('filter_policy'),
      Protocol: 'protocol',
      RawMessageDelivery: 'raw_message_delivery',
      RedrivePolicy: document('redrive_policy'),
      SubscriptionRoleArn: 'subscription_role_arn',
      TopicArn: 'topic_arn',
    }),
  },
});
