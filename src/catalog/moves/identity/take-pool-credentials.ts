import { defineMove, type MoveInstance, type ProofItem } from '../../../model/attack.ts';
import type { Forward } from '../../../model/entry.ts';
import { casesOf } from '../../../model/fact.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { refsOf } from '../../../model/value.ts';
import { type SignUp, signUps } from '../../self-sign-up.ts';
import { instance } from '../instance.ts';
import { letsGuestsIn, poolTrust } from '../pool-trust.ts';

export default defineMove({
  title: 'Get credentials from an identity pool',
  description:
    'The identity pool hands out a role’s credentials: to everybody where guests are let in or strangers may sign up, otherwise to whoever signs in.',
  technique: 'T1078.004',
  actions: ['cognito-identity:GetId', 'cognito-identity:GetCredentialsForIdentity'],
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html',
  ],
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
        ...providedBy(stated, forward),
      })),
    )
    .filter(({ pool, role, guard: both }) => isPossible(both) && isPool(ask, pool) && isRole(ask, role));
}

/** Where it is not known which role is for whom, or where rules on claims of a token choose, somebody must be the right one. */
function providedBy({ address, properties }: Resource, { authentication, to }: Forward): Pick<HandOut, 'provided'> {
  const roles = properties.entries.get('Roles');
  const whom = authentication === 'none' ? 'guests' : 'whoever signs in';
  const isChosen =
    properties.entries.has('RoleMappings') ||
    roles?.kind === 'unknown' ||
    (to.kind === 'unknown' && refsOf(to).length > 1);
  return isChosen ? { provided: `${address} hands this role to ${whom}` } : {};
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
  /** That the role is the one of these callers. */
  readonly provided?: string;
}

/** Guests need the pool to let them in; others need somebody's sign-in, unless strangers may sign up. */
function handedOut(ask: Questions, handOut: HandOut): readonly MoveInstance[] {
  const { pool, role, forward, guard } = handOut;
  const guests = forward.authentication === 'none';
  const trusted = poolTrust(ask, { pool, role, guests });
  if (trusted === undefined || (guests && !letsGuestsIn(ask, pool))) return [];
  const setting: ProofItem = {
    kind: 'setting',
    resource: pool.id,
    property: '',
    note: forward.because,
    origin: forward.origin,
  };
  const step = {
    gives: {
      kind: 'acts-as',
      principal: role.id,
      session: { obtained: { kind: 'web-identity', provider: ['cognito-identity.amazonaws.com'] } },
    },
    proof: [trusted, setting],
  } as const;
  const provided = handOut.provided === undefined ? {} : { provided: handOut.provided };
  if (guests) return instance({ ...step, ...provided, needs: [{ kind: 'network', where: 'internet' }], guard });
  return [
    ...instance({ ...step, ...provided, needs: [{ kind: 'controls-external', party: pool.id }], guard }),
    ...signUps(ask, pool).flatMap((signUp) => signedUp(handOut, signUp, step)),
  ];
}

/** Strangers who made themselves users get the role of signed-in users. */
function signedUp(
  { guard, provided: handedOver }: HandOut,
  { pool, note, origin, guard: open, provided: asked }: SignUp,
  step: Pick<Parameters<typeof instance>[0], 'gives' | 'proof'>,
): readonly MoveInstance[] {
  const provided = [handedOver, asked].flatMap((each) => each ?? []).join('; ');
  return instance({
    needs: [{ kind: 'network', where: 'internet' }],
    gives: step.gives,
    proof: [...step.proof, { kind: 'setting', resource: pool.id, property: '', note, origin }],
    guard: and(guard, open),
    ...(provided !== '' && { provided }),
  });
}
