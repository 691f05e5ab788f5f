import { defineThreat } from '../../../../model/threat.ts';
import { publicData } from '../../../public-data.ts';

export default defineThreat({
  title: 'Data that strangers can change',
  statement: {
    source: 'anyone on the internet or with an AWS account',
    prerequisites: 'who learns the name of the resource',
    action: 'write, replace or delete its data through the AWS API',
    impact: 'forged input to whatever reads it, and loss of what was there',
  },
  stride: ['tampering', 'denial-of-service'],
  techniques: ['T1485', 'T1080'],
  weaknesses: ['CWE-732'],
  controls: ['narrow-resource-policy', 'block-public-access'],
  likelihood: 4,
  impact: 4,
  howUsed:
    'Attackers replace scripts on sites that load them from a writable bucket, drop malware for others to fetch, or push forged messages into a queue whose reader trusts them. Deleting everything and leaving a ransom note needs no more than that.',
  howTested:
    "From outside, without credentials or from a stranger's account, try to put a small test object or message. It must end in AccessDenied. Remove it again if it does not, and treat what is in the store as changed by strangers.",
  falsePositives:
    'An intake that anybody may feed on purpose, whose reader trusts nothing in it: accept it with that reason.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-overview-of-managing-access.html',
  ],
  find: (element, ask) => publicData(element, ask, 'write'),
});
