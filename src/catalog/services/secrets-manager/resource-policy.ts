import type { PublicAccessGate } from '../../../model/data-keeping.ts';
import { byDefault, mapFact } from '../../../model/fact.ts';
import { type Contribution, defineService, type ResourceView } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
import { onlyWhile } from '../../combine-facts.ts';
import { noAnswers } from '../../no-answers.ts';
import { statedPolicies } from '../../stated-policies.ts';

export default defineService({
  type: 'AWS::SecretsManager::ResourcePolicy',
  title: 'policy of a secret',
  element: 'part',
  partOf: (view) => secretOf(view),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-resourcepolicy.html',
  facts: {
    ...noAnswers('the policy is part of its secret, which answers'),
    resourcePolicy: policies,
  },
  contributes: (view) => secretOf(view).flatMap((secret) => contributions(view, secret)),
  ignored: {},
});

function secretOf(view: ResourceView) {
  const secret = view.read('SecretId');
  return secret === undefined ? [] : [secret];
}

function policies(view: ResourceView) {
  return statedPolicies(view, 'ResourcePolicy', `policy ${view.resource.address}`);
}

/**
 * Policies that let in anybody are refused only on demand.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html
 */
function contributions(view: ResourceView, to: Contribution['to']): readonly Contribution[] {
  const gate = mapFact(
    flag(view, 'BlockPublicPolicy', false),
    (blocks): PublicAccessGate => ({
      blocksPublicPolicies: blocks,
      blocksPublicAcls: true,
    }),
  );
  const open = byDefault<PublicAccessGate>({ blocksPublicPolicies: false, blocksPublicAcls: true });
  return [
    { to, dimension: 'resourcePolicy', fact: policies(view) },
    { to, dimension: 'publicAccessGate', fact: onlyWhile(view.resource.guard, gate, open) },
  ];
}
