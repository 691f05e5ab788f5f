import { defineMove, type MoveBlock, type MoveInstance, type ProofItem } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { instance } from '../instance.ts';
import { permissions } from '../permissions.ts';
import { letsGuestsIn, poolTrust } from '../pool-trust.ts';

const setting = 'cognito-identity:SetIdentityPoolRoles';
const service = 'cognito-identity.amazonaws.com';

export default defineMove({
  title: 'Have an identity pool hand out another role',
  description:
    'The identity may set the roles of an identity pool: the pool then gives it, as a guest or as somebody who signs in, the credentials of a role that trusts the pool.',
  technique: 'T1098.003',
  actions: ['iam:PassRole', setting],
  ways: [['iam:PassRole', setting]],
  references: ['https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html'],
  cost: 2,
  *instances(ask): Generator<MoveInstance | MoveBlock> {
    const pools = ask.system.ofType('AWS::Cognito::IdentityPool');
    if (pools.length === 0) return;
    const roles = ask.system.withAnswer('trustPolicy');
    const context = new Map([['iam:PassedToService', [service]]]);
    const passing = permissions(ask, { action: 'iam:PassRole', targets: roles, context });
    for (const set of permissions(ask, { action: setting, targets: pools }))
      for (const pass of passing.filter(({ principal }) => principal === set.principal))
        for (const { trusted, provided } of handedOut(ask, set.target, pass.target))
          yield* instance({
            needs: [{ kind: 'acts-as', principal: set.principal.id }],
            gives: {
              kind: 'acts-as',
              principal: pass.target.id,
              session: { obtained: { kind: 'web-identity', provider: [service] } },
            },
            proof: [set.item, pass.item, trusted],
            guard: pass.target.guard,
            ...(provided !== undefined && { provided }),
          });
  },
});

interface HandedOut {
  readonly trusted: ProofItem;
  readonly provided?: string;
}

/** To guests, where the pool lets them in and the role takes them; else to whoever signs in. */
function handedOut(ask: Questions, pool: Resource, role: Resource): readonly HandedOut[] {
  const toGuests = letsGuestsIn(ask, pool) ? poolTrust(ask, { pool, role, guests: true }) : undefined;
  if (toGuests !== undefined) return [{ trusted: toGuests }];
  const trusted = poolTrust(ask, { pool, role, guests: false });
  return trusted === undefined ? [] : [{ trusted, provided: `the attacker signs in to a provider of ${pool.address}` }];
}
