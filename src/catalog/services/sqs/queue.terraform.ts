import { defineTerraform } from '../../../model/terraform.ts';
import { configures, document, makes, named, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SQS::Queue',
  from: {
    aws_sqs_queue: makes(
      {
        FifoQueue: 'fifo_queue',
        KmsDataKeyReusePeriodSeconds: 'kms_data_key_reuse_period_seconds',
        KmsMasterKeyId: 'kms_master_key_id',
        MessageRetentionPeriod: 'message_retention_seconds',
        QueueName: named('name'),
        RedriveAllowPolicy: document('redrive_allow_policy'),
        RedrivePolicy: document('redrive_policy'),
        SqsManagedSseEnabled: 'sqs_managed_sse_enabled',
        Tags: tags,
        VisibilityTimeout: 'visibility_timeout_seconds',
      },
      { attributes: { url: 'QueueUrl' } },
    ),
    aws_sqs_queue_redrive_policy: configures('queue_url', { RedrivePolicy: document('redrive_policy') }),
  },
});
