import { type Fact, given } from '../../../model/fact.ts';
import type { PolicySource } from '../../../model/policy.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { readPolicies } from '../../read-policy.ts';

export default defineService({
  type: 'AWS::IoT::Policy',
  title: 'IoT policy',
  element: 'identity',
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-policy.html',
  facts: noAnswers('it says what devices may do that show a certificate'),
  structure: { identityPolicies: policiesOf },
  ignored: { PolicyName: 'the name' },
});

/** What any device may do whose certificate the policy is attached to. */
function policiesOf(view: ResourceView): Fact<readonly PolicySource[]> {
  return given(
    readPolicies(view.read('PolicyDocument')).map(
      (document): PolicySource => ({
        name: view.resource.address,
        kind: 'inline',
        statedBy: view.resource.id,
        document,
      }),
    ),
  );
}
