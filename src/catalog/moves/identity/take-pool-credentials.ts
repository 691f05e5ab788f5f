import { type AttackFact, defineMove, type MoveInstance } from '../../../model/attack.ts';
import type { Forward } from '../../../model/dimension.ts';
import { casesOf } from '../../../model/fact.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { instance } from '../instance.ts';
import { arnOf } from '../permission.ts';

export default defineMove({
  title: 'Get credentials from an identity pool',
  description:
    'The identity pool hands out a role’s credentials: to everybody where guests are let in, otherwise to whoever signs in.',
  technique: 'T1078.004',
  actions: ['cognito-identity:GetId', 'cognito-identity:GetCredentialsForIdentity'],
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html'],
  cost: 1,
  *instances(ask) {
    for (const handOut of handOuts(ask)) yield* handedOut(ask, handOut);
  },
});

/** Every role that a pool is said to hand out. */
function handOuts(ask: Questions): readonly HandOut[] {
  return ask.system
    .withAnswer('forwards')
    .flatMap((stated) =>
      casesOf(ask.system.fact(stated.id, 'forwards')).flatMap(({ guard, fact }) =>
        fact.kind === 'unknown'
          ? []
          : fact.value
              .filter(({ kind, from }) => kind === 'secret' && from !== undefined)
              .flatMap((forward) => endsOf(ask, stated, forward, and(guard, stated.guard))),
      ),
    );
}

function endsOf(ask: Questions, stated: Resource, forward: Forward, guard: Guard): readonly HandOut[] {
  return targets(ask, forward.from ?? forward.to, stated.id)
    .flatMap((pool) =>
      targets(ask, forward.to, stated.id).map((role) => ({
        pool: pool.resource,
        role: role.resource,
        forward,
        guard: and(guard, pool.guard, role.guard),
      })),
    )
    .filter(({ pool, role, guard: both }) => isPossible(both) && isPool(ask, pool) && isRole(ask, role));
}

function isPool(ask: Questions, pool: Resource): boolean {
  return (
    ask.system.fact(pool.id, 'endpoints').kind !== 'not-applicable' &&
    ask.system.fact(pool.id, 'principal').kind === 'not-applicable'
  );
}

function isRole(ask: Questions, role: Resource): boolean {
  return casesOf(ask.system.fact(role.id, 'trustPolicy')).length > 0;
}

function targets(ask: Questions, value: Forward['to'], from: ResourceId) {
  return ask.system.resolve(value, from).filter((end) => end.kind === 'resource');
}

interface HandOut {
  readonly pool: Resource;
  readonly role: Resource;
  readonly forward: Forward;
  readonly guard: Guard;
}

/** Guests need the pool to let them in; others need somebody's sign-in, unless strangers may sign up. */
function handedOut(ask: Questions, { pool, role, forward, guard }: HandOut): readonly MoveInstance[] {
  const decision = ask.access.decide({
    caller: { kind: 'federated', provider: ['cognito-identity.amazonaws.com'] },
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: arnOf(role),
    on: role.id,
  });
  if (decision.verdict === 'deny' || decision.allowedBy.length === 0) return [];
  const guests = forward.authentication === 'none';
  if (guests && !letsGuestsIn(ask, pool)) return [];
  const needs: AttackFact = guests
    ? { kind: 'network', where: 'internet' }
    : { kind: 'controls-external', party: pool.id };
  // The pool itself writes its id and the kind of its callers into the tokens that the role asks for.
  const own = { ...decision, verdict: 'allow', conditions: [] } as const;
  return instance({
    needs: [needs],
    gives: {
      kind: 'acts-as',
      principal: role.id,
      session: { obtained: { kind: 'web-identity', provider: ['cognito-identity.amazonaws.com'] } },
    },
    proof: [
      { kind: 'trusted', role: role.id, by: pool.id, decision: own },
      { kind: 'setting', resource: pool.id, property: '', note: forward.because, origin: forward.origin },
    ],
    guard,
  });
}

function letsGuestsIn(ask: Questions, pool: Resource): boolean {
  return casesOf(ask.system.fact(pool.id, 'endpoints')).some(
    ({ fact }) =>
      fact.kind === 'known' &&
      fact.value.some(({ authentication }) =>
        casesOf(authentication).some(({ fact: who }) => who.kind === 'known' && who.value === 'none'),
      ),
  );
}
