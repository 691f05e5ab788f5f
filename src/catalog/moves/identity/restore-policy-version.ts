import { defineMove } from '../../../model/attack.ts';
import { rewrittenBy } from '../policy-rewriting.ts';

export default defineMove({
  title: 'Put an older version of a policy in force',
  description:
    'The identity may choose which version of a managed policy counts: an earlier one that allowed more speaks again for whoever the attacker holds.',
  technique: 'T1098.003',
  actions: ['iam:SetDefaultPolicyVersion'],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html'],
  cost: 1,
  *instances(ask) {
    for (const { instances } of rewrittenBy(ask, 'restore')) yield* instances;
  },
});
