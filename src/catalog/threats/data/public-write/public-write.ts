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
  falsePositives:
    'An intake that anybody may feed on purpose, whose reader trusts nothing in it: accept it with that reason.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-overview-of-managing-access.html',
  ],
  find: (element, ask) => publicData(element, ask, 'write'),
});
