import { defineThreat } from '../../../../model/threat.ts';
import { publicData } from '../../../public-data.ts';

export default defineThreat({
  title: 'Data readable by strangers',
  statement: {
    source: 'anyone on the internet or with an AWS account',
    prerequisites: 'who learns the name of the resource',
    action: 'read its data through the AWS API',
    impact: 'disclosure of everything in it',
  },
  stride: ['information-disclosure'],
  techniques: ['T1530', 'T1619'],
  weaknesses: ['CWE-732', 'CWE-552'],
  controls: ['narrow-resource-policy', 'block-public-access'],
  likelihood: 4,
  impact: 4,
  falsePositives:
    'Content that is meant for everybody, such as the files of a public site: accept it with that reason.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  ],
  find: (element, ask) => publicData(element, ask, 'read'),
});
