import { defineMove } from '../../../model/attack.ts';
import { accountKey, unbounded } from '../administrators.ts';
import { instance } from '../instance.ts';
import { ifUnbounded, mayRewrite, rewritable } from '../policy-rewriting.ts';

export default defineMove({
  title: 'Rewrite one’s own policies',
  description:
    'The identity may change a policy that speaks for itself, its own, its group’s or one attached to it, and so give itself every right.',
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
    for (const { principal, on, item } of mayRewrite(ask)) {
      if (!rewritable(ask, principal).includes(on)) continue;
      if (unbounded(ask, principal) === 'no') continue;
      yield* instance({
        needs: [{ kind: 'acts-as', principal: principal.id }],
        gives: { kind: 'administrates', account: accountKey(ask, principal) },
        proof: [item],
        guard: principal.guard,
        ...ifUnbounded(ask, principal),
      });
    }
  },
});
