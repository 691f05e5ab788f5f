import { defineMove } from '../../../model/attack.ts';
import { placesOf } from '../block.ts';
import { permissionBlocks } from '../permissions.ts';
import { byRoleTaking } from '../sessions.ts';

export default defineMove({
  title: 'Rewrite the trust policy of a role',
  description: 'The identity may change whom a role trusts: it names itself and takes the role.',
  technique: 'T1484.002',
  actions: ['iam:UpdateAssumeRolePolicy'],
  references: ['https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html'],
  cost: 1,
  *instances(ask) {
    const roles = ask.system.withAnswer('trustPolicy');
    for (const block of permissionBlocks(ask, { action: 'iam:UpdateAssumeRolePolicy', targets: roles }))
      yield* placesOf(roles, block, { kind: 'acts-as', session: byRoleTaking });
  },
});
