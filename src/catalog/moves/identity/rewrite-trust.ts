import { defineMove } from '../../../model/attack.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';

export default defineMove({
  title: 'Rewrite the trust policy of a role',
  description: 'The identity may change whom a role trusts: it names itself and takes the role.',
  technique: 'T1484.002',
  actions: ['iam:UpdateAssumeRolePolicy'],
  references: ['https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html'],
  cost: 1,
  *instances(ask) {
    const roles = ask.system.withAnswer('trustPolicy');
    for (const { principal, target, item } of permissions(ask, {
      action: 'iam:UpdateAssumeRolePolicy',
      targets: roles,
    })) {
      if (principal.id === target.id) continue;
      yield* instance({
        needs: [{ kind: 'acts-as', principal: principal.id }],
        gives: { kind: 'acts-as', principal: target.id },
        proof: [item],
        guard: target.guard,
      });
    }
  },
});
