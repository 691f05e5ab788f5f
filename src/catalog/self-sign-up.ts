import { casesOf, type Fact } from '../model/fact.ts';
import { and, type Guard, isPossible } from '../model/guard.ts';
import type { Origin } from '../model/origin.ts';
import type { Questions, Target } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';

/** A way for strangers to an account of a user pool whose tokens an identity pool exchanges. */
export interface SignUp {
  readonly pool: Resource;
  readonly client: Resource;
  /** For people: how it goes, and how the new user is confirmed. */
  readonly note: string;
  /** What must hold that the input does not show. */
  readonly provided?: string;
  readonly guard: Guard;
  readonly origin: Origin;
}

/** Under which conditions something holds, and what would settle the rest. */
interface Open {
  readonly guard: Guard;
  readonly provided?: string;
}

/**
 * Where strangers make themselves users: the pool leaves it not to administrators alone, and an app client that the
 * identity pool accepts has no secret and lets users sign in.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html
 */
export function signUps(ask: Questions, identityPool: Resource): readonly SignUp[] {
  return providersOf(identityPool).flatMap(({ guard, client: named }) =>
    found(ask, named, identityPool, 'AWS::Cognito::UserPoolClient').flatMap((client) =>
      found(ask, property(client.resource, 'UserPoolId'), client.resource, 'AWS::Cognito::UserPool').flatMap((pool) =>
        signUpsAt(ask, pool.resource, client.resource).flatMap((open): readonly SignUp[] => {
          const all = and(guard, client.guard, pool.guard, open.guard);
          const confirmed = confirmation(pool.resource);
          const provided = [open.provided, confirmed.provided].flatMap((each) => each ?? []).join('; ');
          const note = `strangers sign up at ${pool.resource.address} through ${client.resource.address}; ${confirmed.note}`;
          const { origin } = pool.resource;
          const signUp: SignUp = { pool: pool.resource, client: client.resource, note, guard: all, origin };
          return isPossible(all) ? [provided === '' ? signUp : { ...signUp, provided }] : [];
        }),
      ),
    ),
  );
}

function property({ properties }: Resource, name: string): Value | undefined {
  return properties.entries.get(name);
}

/** App clients whose tokens the identity pool accepts. */
function providersOf(identityPool: Resource): readonly { readonly guard: Guard; readonly client: Value }[] {
  return optionsOf(property(identityPool, 'CognitoIdentityProviders')).flatMap(({ guard, value: list }) =>
    (list?.kind === 'list' ? list.items : []).flatMap((item) =>
      optionsOf(item).flatMap(({ guard: inner, value }) => {
        const client = value?.kind === 'map' ? value.entries.get('ClientId') : undefined;
        return client === undefined ? [] : [{ guard: and(guard, inner), client }];
      }),
    ),
  );
}

function found(
  ask: Questions,
  value: Value | undefined,
  from: Resource,
  type: string,
): readonly Extract<Target, { kind: 'resource' }>[] {
  return (value === undefined ? [] : ask.system.resolve(value, from.id, [type])).filter(
    (end) => end.kind === 'resource',
  );
}

function signUpsAt(ask: Questions, pool: Resource, client: Resource): readonly Open[] {
  const allowed = casesOf(ask.system.fact(pool.id, 'settings')).flatMap(({ guard, fact }) =>
    fact.kind === 'known' && fact.value.selfSignUp !== undefined ? within(guard, holds(fact.value.selfSignUp)) : [],
  );
  return letsIn(ask, client)
    ? allowed.flatMap(({ guard, provided }) => joined(guard, provided, withoutSecret(client)))
    : [];
}

function within(guard: Guard, all: readonly Open[]): readonly Open[] {
  return all.map((open) => ({ ...open, guard: and(guard, open.guard) }));
}

function joined(guard: Guard, provided: string | undefined, all: readonly Open[]): readonly Open[] {
  return within(guard, all).map((open) => ({
    ...open,
    ...(provided !== undefined && {
      provided: open.provided === undefined ? provided : `${provided}; ${open.provided}`,
    }),
  }));
}

function holds(fact: Fact<boolean>): readonly Open[] {
  return casesOf(fact).flatMap(({ guard, fact: one }): readonly Open[] => {
    if (one.kind === 'unknown') return [{ guard, provided: `self sign-up is on, by ${one.settledBy}` }];
    return one.value ? [{ guard }] : [];
  });
}

/** Whoever signs up through a client with a secret must have it. */
function withoutSecret(client: Resource): readonly Open[] {
  return optionsOf(property(client, 'GenerateSecret')).flatMap(({ guard, value }): readonly Open[] => {
    if (value === undefined || value.kind === 'absent') return [{ guard }];
    if (value.kind === 'literal') return String(value.value) === 'true' ? [] : [{ guard }];
    return [{ guard, provided: `the app client ${client.address} has no secret` }];
  });
}

/** Does the client let users sign in, rather than administrators in their name? */
function letsIn(ask: Questions, client: Resource): boolean {
  return casesOf(ask.system.fact(client.id, 'endpoints')).some(
    ({ fact }) =>
      fact.kind === 'unknown' ||
      fact.value.some(({ authentication }) =>
        casesOf(authentication).some(({ fact: how }) => how.kind === 'unknown' || how.value !== 'iam'),
      ),
  );
}

/**
 * New users are confirmed by a code that goes to an address of theirs, when the pool verifies one; else somebody does it.
 * A function that Cognito asks before sign-up may refuse.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html
 */
function confirmation(pool: Resource): { readonly note: string; readonly provided?: string } {
  const triggers = property(pool, 'LambdaConfig');
  if (triggers?.kind === 'map' && triggers.entries.has('PreSignUp'))
    return {
      note: 'a function is asked before',
      provided: `the function that ${pool.address} asks before sign-up lets strangers in`,
    };
  const verified = optionsOf(property(pool, 'AutoVerifiedAttributes')).flatMap(({ value }) =>
    value?.kind === 'list' ? value.items : [],
  );
  const words = verified.flatMap((item) => (item.kind === 'literal' ? [String(item.value)] : []));
  if (words.length === 0)
    return {
      note: 'no address is verified',
      provided: `an administrator or a function confirms the new users of ${pool.address}, which verifies no address`,
    };
  const address = words.includes('email') ? 'mail address' : 'phone';
  return { note: `a code sent to a ${address} of their own confirms them` };
}
