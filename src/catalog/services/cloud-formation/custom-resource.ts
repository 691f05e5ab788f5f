import type { SecretInClear } from '../../../model/data-keeping.ts';
import type { Forward } from '../../../model/entry.ts';
import { type Fact, given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';
import { joinSecrets, secretsInEntry } from '../../secret-in-clear.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

/** Under its own name and as `Custom::…`: something that a function of the customer makes during deployment. */
export default defineService({
  type: 'AWS::CloudFormation::CustomResource',
  title: 'custom resource',
  element: 'control',
  service: 'control',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html',
  facts: {
    ...noAnswers('what it stands for, the code behind its service token decides'),
    secretsInClear: secretsOf,
  },
  structure: { forwards },
  ignored: {},
});

/** Everything but the service token is handed to the code, and shown by whoever may read the stack's template. */
function secretsOf({ resource }: ResourceView): Fact<readonly SecretInClear[]> {
  const handed = [...resource.properties.entries].filter(([name]) => name !== 'ServiceToken');
  return joinSecrets(handed.map(([name, value]) => secretsInEntry(name, value, 'property')));
}

/** CloudFormation calls the function, or sends the topic a message, whenever the resource is made, changed or deleted. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const token = view.read('ServiceToken');
  if (token === undefined) return given([]);
  return flowsOf(
    view,
    statedFlow(token, { kind: 'invoke', because: `${view.resource.address} is made by what its service token names` }),
  );
}
