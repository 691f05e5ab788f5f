import type { Decision } from '../../model/access.ts';
import type { ProofItem } from '../../model/attack.ts';
import type { Claims } from '../../model/caller.ts';
import { casesOf } from '../../model/fact.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Hole, type Text, textKey } from '../../model/text.ts';
import { arnOf, isUsable } from './permission.ts';

/** The premise that a role lets an identity pool hand it out, to guests or to whoever signs in; undefined when it does not. */
export function poolTrust(
  ask: Questions,
  { pool, role, guests }: { readonly pool: Resource; readonly role: Resource; readonly guests: boolean },
): ProofItem | undefined {
  const decision = ask.access.decide({
    caller: { kind: 'federated', provider: ['cognito-identity.amazonaws.com'], claims: claimsOf(pool, guests) },
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: arnOf(role),
    on: role.id,
  });
  if (!isUsable(decision) || decision.allowedBy.length === 0 || asksForAnother(ask, pool, decision)) return undefined;
  return { kind: 'trusted', role: role.id, by: pool.id, decision: ownClaims(decision) };
}

/**
 * What the pool writes into its tokens: its id, and how the caller came in.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
 */
function claimsOf(pool: Resource, guests: boolean): Claims {
  const how: readonly Text[] = guests ? [['unauthenticated']] : [['authenticated'], ['cognito-idp.', somePool]];
  return new Map([
    ['aud', { kind: 'values', values: [pool.name] }],
    ['amr', { kind: 'values', values: how }],
  ]);
}

/** Ids of two pools of the system differ, also where only deployment tells them. */
function asksForAnother(ask: Questions, pool: Resource, { conditions }: Decision): boolean {
  const others = new Set(
    ask.system.ofType(pool.type).flatMap(({ id, name }) => (id === pool.id ? [] : [textKey(name)])),
  );
  return conditions.some(
    ({ key, values }) => /:aud$/i.test(key) && values.every((value) => others.has(textKey(value))),
  );
}

const somePool: Hole = { symbol: 'pool:provider', kind: 'expression', settledBy: 'the provider that signed them in' };

/** How the caller came in is told by the role's conditions in words that the pool fills. */
function ownClaims(decision: Decision): Decision {
  const conditions = decision.conditions.filter(({ key }) => !/:amr$/i.test(key));
  const verdict = decision.verdict === 'conditional' && conditions.length === 0 ? 'allow' : decision.verdict;
  return { ...decision, verdict, conditions };
}

/** Does the pool give credentials to whoever asks? */
export function letsGuestsIn(ask: Questions, pool: Resource): boolean {
  return casesOf(ask.system.fact(pool.id, 'endpoints')).some(
    ({ fact }) =>
      fact.kind === 'known' &&
      fact.value.some(({ authentication }) =>
        casesOf(authentication).some(({ fact: who }) => who.kind === 'known' && who.value === 'none'),
      ),
  );
}
