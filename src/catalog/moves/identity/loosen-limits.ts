import { defineMove } from '../../../model/attack.ts';
import { guardrailActions } from '../guardrail-tools.ts';
import { rewrittenBy } from '../policy-rewriting.ts';
import { policyTools } from '../policy-tools.ts';

export default defineMove({
  title: 'Lift what limits an identity',
  description:
    'The identity may take away the permissions boundary, the policy with the Deny or the guardrail of the organization that alone keeps an identity which the attacker holds from more.',
  technique: 'T1098.003',
  actions: [
    ...new Set(policyTools.filter(({ kind }) => kind === 'loosen').map(({ action }) => action)),
    ...guardrailActions,
  ],
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
  ],
  cost: 1,
  *instances(ask) {
    for (const { instances } of rewrittenBy(ask, 'loosen')) yield* instances;
  },
});
