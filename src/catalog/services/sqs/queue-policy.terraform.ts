import { defineTerraform } from '../../../model/terraform.ts';
import { document, list, makes, own } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SQS::QueuePolicy',
  from: {
    aws_sqs_queue_policy: makes({ PolicyDocument: document('policy'), Queues: list('queue_url') }),
    aws_sqs_queue: makes(
      { PolicyDocument: document('policy'), Queues: list(own()) },
      { when: { attribute: 'policy' } },
    ),
  },
});
