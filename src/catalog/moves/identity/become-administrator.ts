import { defineMove } from '../../../model/attack.ts';
import { accountKey, administratorsOf } from '../administrators.ts';
import { instance } from '../instance.ts';

export default defineMove({
  title: 'Make a new administrator',
  description:
    'The identity may create a user or role, give it every right and take it, so that it holds the whole account.',
  technique: 'T1136.003',
  actions: ['iam:CreateUser', 'iam:AttachUserPolicy', 'iam:CreateAccessKey', 'iam:CreateRole', 'iam:AttachRolePolicy'],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  cost: 1,
  *instances(ask) {
    for (const { principal, proof } of administratorsOf(ask)) {
      yield* instance({
        needs: [{ kind: 'acts-as', principal: principal.id }],
        gives: { kind: 'administrates', account: accountKey(ask, principal) },
        proof,
        guard: principal.guard,
      });
    }
  },
});
