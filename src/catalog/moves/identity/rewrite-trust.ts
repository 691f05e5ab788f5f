import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import { accountKey, isAdministrator } from '../administrators.ts';
import { placesOf } from '../block.ts';
import { instance } from '../instance.ts';
import { wouldTake } from '../making-administrators.ts';
import { newArn, plainName } from '../new-things.ts';
import { allowed, type Context, isSure } from '../permission.ts';
import { permissionBlocks } from '../permissions.ts';
import { byRoleTaking } from '../sessions.ts';

const action = 'iam:UpdateAssumeRolePolicy';

export default defineMove({
  title: 'Rewrite the trust policy of a role',
  description:
    'The identity may change whom a role trusts: it names itself and takes the role. Who may do so to any role comes to act as an administrator that trusts nobody.',
  technique: 'T1484.002',
  actions: [action],
  references: ['https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html'],
  cost: 1,
  *instances(ask) {
    const roles = ask.system.withAnswer('trustPolicy');
    for (const block of permissionBlocks(ask, { action, targets: roles }))
      yield* placesOf(roles, block, { kind: 'acts-as', session: byRoleTaking });
    yield* takingCanaries(ask);
  },
});

/** A role with every right that nobody bounds, that has no tags, and of which no policy speaks by name. */
const canary: Context = new Map([['iam:PermissionsBoundary', 'absent' as const]]);

/**
 * Administrators are told by a canary: a role with AdministratorAccess in the default path that trusts nobody. Who may rewrite
 * its trust, and take it then, is one, provided that the account has such a role.
 */
function* takingCanaries(ask: Questions): Generator<MoveInstance> {
  for (const principal of ask.access.candidates(action)) {
    if (isAdministrator(ask, principal)) continue;
    const resource = newArn(ask, principal, { action, kind: 'role/', name: plainName });
    const item = allowed(ask, principal, { action, on: '*', resource, context: canary });
    const taken = item && wouldTake(ask, principal, { name: plainName, change: {} });
    if (item === undefined || taken === undefined || !isSure(taken)) continue;
    yield* instance({
      needs: [{ kind: 'acts-as', principal: principal.id }],
      gives: { kind: 'administrates', account: accountKey(ask, principal) },
      proof: [item],
      guard: principal.guard,
      provided: 'there is a role with every right in the account, which the input does not show',
    });
  }
}
