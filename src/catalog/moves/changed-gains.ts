import type { AttackFact, PolicyChange, ProofItem } from '../../model/attack.ts';
import { casesOf } from '../../model/fact.ts';
import type { Guard } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';
import { dataActions } from '../data-actions.ts';
import { dataArn } from '../data-arn.ts';
import { accountKey, everything } from './administrators.ts';
import { dataStores } from './data-stores.ts';
import { leaveOut } from './left-out.ts';
import { type Making, namesFor, newArn } from './new-things.ts';
import { allowed, arnOf, isSure, type Wish } from './permission.ts';
import { changeKey, type Supposed, supposed, suppositionOf } from './policy-change.ts';
import { remembered } from './remembered.ts';
import { keyNeeds } from './store-keys.ts';

/** What a principal could do that it cannot now, were its policies changed. */
export interface ChangedGain {
  readonly gives: AttackFact;
  readonly proof: readonly ProofItem[];
  readonly guard: Guard;
  readonly provided?: string;
}

/**
 * What a change of its policies would give to a principal: administration, or else data, identities and code that it has no
 * right to now. What takes further steps together (passing a role to new compute) is not followed.
 */
export function gainsOf(ask: Questions, principal: Resource, change: PolicyChange): readonly ChangedGain[] {
  const known = gainsKnown(ask);
  const key = `${principal.id} ${changeKey(change)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const proof = wouldAdministrate(ask, principal, change);
  const gives = { kind: 'administrates', account: accountKey(ask, principal) } as const;
  const found = [
    ...(proof === undefined ? [] : [{ gives, proof, guard: principal.guard }]),
    ...(proof?.every(isSure) === true ? [] : lesserGains(ask, principal, change)),
  ];
  known.set(key, found);
  return found;
}

const gainsKnown = remembered((): Map<string, readonly ChangedGain[]> => new Map());

const newUser: Making = [
  ['iam:CreateUser', 'user/'],
  ['iam:AttachUserPolicy', 'user/'],
  ['iam:CreateAccessKey', 'user/'],
];
const newRole: Making = [
  ['iam:CreateRole', 'role/'],
  ['iam:AttachRolePolicy', 'role/'],
];
const takingIt: Making = [['sts:AssumeRole', 'role/']];

/** The rights that would make an administrator of it. A new role is of use if nothing forbids to take it: it trusts its maker. */
function wouldAdministrate(ask: Questions, principal: Resource, change: PolicyChange): readonly Supposed[] | undefined {
  const { identity = [], boundary = boundaryOf(ask, principal) } = suppositionOf(ask, principal, change);
  let open: readonly Supposed[] | undefined;
  for (const way of [newUser, newRole])
    for (const name of namesFor([...identity, ...boundary], way)) {
      const proof = allSupposed(ask, principal, { way, name, change });
      const taken =
        way === newUser
          ? proof
          : allSupposed(ask, principal, { way: takingIt, name, change: { ...change, granted: true } });
      if (proof === undefined || taken === undefined) continue;
      if (proof.every(isSure) && taken.every(isSure)) return proof;
      open ??= taken.every(isSure) ? proof : [...proof, ...taken];
    }
  return open;
}

function boundaryOf(ask: Questions, { id }: Resource) {
  return casesOf(ask.system.fact(id, 'permissionsBoundary')).flatMap(({ fact }) =>
    fact.kind === 'unknown' ? [] : fact.value,
  );
}

function allSupposed(
  ask: Questions,
  principal: Resource,
  of: { readonly way: Making; readonly name: Text; readonly change: PolicyChange },
): readonly Supposed[] | undefined {
  const found: Supposed[] = [];
  for (const [action, kind] of of.way) {
    const resource = newArn(ask, principal, { action, kind, name: of.name });
    const wish: Wish = { action, on: '*', resource, context: everything };
    const item = supposed(ask, principal, { wish, change: of.change });
    if (item === undefined) return undefined;
    found.push(item);
  }
  return found;
}

/** One request that gives something by itself. */
export interface Aim {
  readonly wish: Wish & { readonly on: Resource };
  readonly gives: AttackFact;
  readonly store?: 'read' | 'write';
}

/** More requests than these are not tried for one system: who is bounded everywhere would make a pair of each with each. */
const mostRequests = 4_000;

const requestsMade = remembered(() => ({ count: 0 }));

function* lesserGains(ask: Questions, principal: Resource, change: PolicyChange): Generator<ChangedGain> {
  const done = new Set<string>();
  const made = requestsMade(ask);
  for (const aim of aimsOf(ask)) {
    const { wish, gives, store } = aim;
    const key = `${gives.kind} ${wish.on.id}`;
    if (made.count >= mostRequests) {
      leaveOut(ask, `what limited identities gain by changed policies, beyond ${mostRequests} requests`);
      return;
    }
    if (done.has(key) || wish.on.id === principal.id) continue;
    made.count += 1;
    const item = supposed(ask, principal, { wish, change });
    const now = item === undefined ? undefined : allowed(ask, principal, wish);
    if (item === undefined || (now !== undefined && (isSure(now) || !isSure(item)))) continue;
    if (isSure(item)) done.add(key);
    const base = { gives, proof: [item], guard: wish.on.guard };
    if (store === undefined) yield base;
    else yield* withKey(ask, principal, { change, base, on: wish.on, store });
  }
}

function* withKey(
  ask: Questions,
  principal: Resource,
  of: {
    readonly change: PolicyChange;
    readonly base: ChangedGain;
    readonly on: Resource;
    readonly store: 'read' | 'write';
  },
): Generator<ChangedGain> {
  for (const { guard, wish, foreign } of keyNeeds(ask, of.on, of.store)) {
    if (foreign !== undefined) yield { ...of.base, guard, provided: `${principal.address} may use key ${foreign}` };
    else if (wish === undefined) yield { ...of.base, guard };
    else {
      const key = supposed(ask, principal, { wish, change: of.change });
      if (key !== undefined) yield { ...of.base, guard, proof: [...of.base.proof, key] };
    }
  }
}

/** Everything that a single request gives. */
export const aimsOf = remembered((ask): readonly Aim[] => {
  const on = (action: string, target: Resource): Aim['wish'] => ({ action, on: target, resource: arnOf(target) });
  const identities = (action: string, targets: readonly Resource[]) =>
    targets.map(
      (target): Aim => ({
        wish: on(action, target),
        gives: { kind: 'acts-as', principal: target.id },
      }),
    );
  const roles = ask.system.withAnswer('trustPolicy');
  const stores = dataStores(ask).flatMap((store) =>
    (['read', 'write'] as const).flatMap((way) =>
      dataActions(store.type)[way].map(
        (action): Aim => ({
          wish: { action, on: store, resource: dataArn(store) },
          gives: { kind: way === 'read' ? 'reads' : 'writes', resource: store.id },
          store: way,
        }),
      ),
    ),
  );
  const functions = ask.system.ofType('AWS::Lambda::Function').map(
    (target): Aim => ({
      wish: on('lambda:UpdateFunctionCode', target),
      gives: { kind: 'runs-code', resource: target.id },
    }),
  );
  return [
    ...identities('sts:AssumeRole', roles),
    ...identities('iam:UpdateAssumeRolePolicy', roles),
    ...identities('iam:CreateAccessKey', ask.system.ofType('AWS::IAM::User')),
    ...functions,
    ...stores,
  ];
});
