import { defineMove } from '../../../model/attack.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';

export default defineMove({
  title: 'Assume a role',
  description:
    'The role trusts the identity, or its account, and the identity may assume it: it gets the role’s rights.',
  technique: 'T1548.005',
  actions: ['sts:AssumeRole'],
  references: ['https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html'],
  cost: 1,
  *instances(ask) {
    const roles = ask.system.withAnswer('trustPolicy');
    for (const { principal, target, item } of permissions(ask, {
      action: 'sts:AssumeRole',
      targets: roles,
    })) {
      if (principal.id === target.id) continue;
      yield* instance({
        needs: [{ kind: 'acts-as', principal: principal.id }],
        gives: { kind: 'acts-as', principal: target.id },
        proof: [{ kind: 'trusted', role: target.id, by: principal.id, decision: item.decision }],
        guard: target.guard,
      });
    }
  },
});
