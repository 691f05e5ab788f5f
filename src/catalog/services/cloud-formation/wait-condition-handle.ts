import type { Endpoint } from '../../../model/entry.ts';
import { byDefault } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { inRegion } from '../../aws-api.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::CloudFormation::WaitConditionHandle',
  title: 'wait condition handle',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-waitconditionhandle.html',
  facts: {
    ...noAnswers('it is an address for one signal during deployment, or a placeholder that does nothing'),
    placement: inRegion,
    // Its Ref is a signed address of S3: whoever has it can send the signal.
    endpoints: (view) =>
      byDefault<readonly Endpoint[]>([
        {
          protocol: 'https',
          port: 443,
          authentication: byDefault('signed'),
          audience: byDefault('account'),
          encrypted: byDefault('required'),
          origin: view.origin(),
        },
      ]),
  },
  ignored: {},
});
