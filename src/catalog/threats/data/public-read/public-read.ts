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
  howUsed:
    "Tools guess bucket names from company names and read listings of public buckets, snapshots and queues day and night; what they find is sold or published. Reading leaves no sign in the owner's applications, and often none in the logs.",
  howTested:
    'Without any credentials: aws s3 ls s3://NAME --no-sign-request, or for other services the same call from an account of a stranger. It must end in AccessDenied. IAM Access Analyzer must show no finding with public access for the resource.',
  falsePositives:
    'Content that is meant for everybody, such as the files of a public site: accept it with that reason.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  ],
  find: (element, ask) => publicData(element, ask, 'read'),
});
