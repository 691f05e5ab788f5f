import { defineMove } from '../../../model/attack.ts';
import { placesOf } from '../block.ts';
import { permissionBlocks } from '../permissions.ts';
import { byRoleTaking } from '../sessions.ts';

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
    for (const block of permissionBlocks(ask, { action: 'sts:AssumeRole', targets: roles }))
      yield* placesOf(roles, block, {
        kind: 'acts-as',
        session: byRoleTaking,
        proof: ({ principal, target, item: { decision, request } }) => [
          {
            kind: 'trusted',
            role: target.id,
            by: principal.id,
            decision,
            ...(request !== undefined && { request }),
          },
        ],
      });
  },
});
