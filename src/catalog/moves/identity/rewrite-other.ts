import { defineMove } from '../../../model/attack.ts';
import { accountKey, unbounded } from '../administrators.ts';
import { instance } from '../instance.ts';
import { ifUnbounded, mayRewrite, spokenForBy } from '../policy-rewriting.ts';

export default defineMove({
  title: 'Rewrite the policies of another identity',
  description:
    'One identity may change the policies of another that the attacker holds as well, and so give it every right.',
  technique: 'T1098.003',
  actions: [
    'iam:PutUserPolicy',
    'iam:AttachUserPolicy',
    'iam:PutRolePolicy',
    'iam:AttachRolePolicy',
    'iam:CreatePolicyVersion',
  ],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-edit.html'],
  cost: 1,
  *instances(ask) {
    for (const { principal, on, item } of mayRewrite(ask)) {
      for (const other of spokenForBy(ask, on)) {
        if (other.id === principal.id || unbounded(ask, other) === 'no') continue;
        yield* instance({
          needs: [
            { kind: 'acts-as', principal: principal.id },
            { kind: 'acts-as', principal: other.id },
          ],
          gives: { kind: 'administrates', account: accountKey(ask, other) },
          proof: [item],
          guard: other.guard,
          ...ifUnbounded(ask, other),
        });
      }
    }
  },
});
