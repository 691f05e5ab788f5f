import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Dead-letter queue',
  description: 'Messages that cannot be processed are kept for inspection instead of being lost.',
  kind: 'corrective',
  service: 'Amazon SQS',
  howToAdd: 'Add a redrive policy or an on-failure destination.',
  effort: 1,
  inForce: 'The source names a queue for what fails, and the queue exists.',
  cost: 'usage',
  effects: [],
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  ],
});
