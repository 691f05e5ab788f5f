import { defineMove } from '../../../model/attack.ts';
import { rewrittenBy } from '../policy-rewriting.ts';

export default defineMove({
  title: 'Rewrite the policies of another identity',
  description:
    'One identity may change the policies of another that the attacker holds as well, and so give it every right that its boundary and guardrails leave.',
  technique: 'T1098.003',
  actions: [
    'iam:PutUserPolicy',
    'iam:AttachUserPolicy',
    'iam:PutRolePolicy',
    'iam:AttachRolePolicy',
    'iam:PutGroupPolicy',
    'iam:AttachGroupPolicy',
    'iam:CreatePolicyVersion',
  ],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-edit.html'],
  cost: 1,
  *instances(ask) {
    for (const { isOwn, instances } of rewrittenBy(ask, 'rewrite')) if (!isOwn) yield* instances;
  },
});
