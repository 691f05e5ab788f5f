import { defineTerraform } from '../../../model/terraform.ts';
import { list, makes, named, tags, when } from '../../terraform-rules.ts';

const delivery = (protocol: string, word = protocol) =>
  when(`${word}_failure_feedback_role_arn`, {
    Protocol: { kind: 'always', value: protocol },
    FailureFeedbackRoleArn: `${word}_failure_feedback_role_arn`,
    SuccessFeedbackRoleArn: `${word}_success_feedback_role_arn`,
  });

const elsewhere = 'Terraform has subscriptions as resources of their own only.';

export default defineTerraform({
  type: 'AWS::SNS::Topic',
  inexpressible: { Subscription: elsewhere },
  from: {
    aws_sns_topic: makes(
      {
        DeliveryStatusLogging: list(
          delivery('application'),
          delivery('firehose'),
          delivery('http/s', 'http'),
          delivery('lambda'),
          delivery('sqs'),
        ),
        DisplayName: 'display_name',
        FifoTopic: 'fifo_topic',
        KmsMasterKeyId: 'kms_master_key_id',
        Tags: tags,
        TopicName: named('name'),
        TracingConfig: 'tracing_config',
      },
      { attributes: { name: 'TopicName' } },
    ),
  },
});
