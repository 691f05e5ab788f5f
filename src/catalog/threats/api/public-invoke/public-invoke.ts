import { defineThreat } from '../../../../model/threat.ts';
import { publicData } from '../../../public-data.ts';

export default defineThreat({
  title: 'Code that strangers may run through the AWS API',
  statement: {
    source: 'anyone on the internet or with an AWS account',
    prerequisites: 'who learns the ARN of the function or workflow',
    action: 'run it with any input, past the API that was meant to stand before it',
    impact: 'use of every flaw in the code, and cost and outage by floods',
  },
  stride: ['spoofing', 'denial-of-service'],
  techniques: ['T1648', 'T1496.004'],
  weaknesses: ['CWE-306', 'CWE-732'],
  controls: ['narrow-resource-policy', 'authentication'],
  likelihood: 3,
  impact: 4,
  howUsed:
    'ARNs of functions stand in public repositories, error messages and client code. Anyone with an AWS account of their own then calls lambda:InvokeFunction or states:StartExecution with crafted events, without passing the authorizer of the API that was meant to be the only way in.',
  howTested:
    'From an account that has nothing to do with yours, run aws lambda invoke --function-name ARN out.json. It must end in AccessDeniedException. Read aws lambda get-policy for statements whose principal is * without a source condition.',
  falsePositives: 'A function that is public on purpose and trusts nothing in its input.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html'],
  find: (element, ask) => publicData(element, ask, 'invoke'),
});
