import { type AttackFact, type PolicyChange, type ProofItem, plainFactKey } from '../../model/attack.ts';
import type { Guard } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { dataArn } from '../data-arn.ts';
import { accountKey } from './administrators.ts';
import { factAbout } from './block.ts';
import { dataStores, usesOf } from './data-stores.ts';
import { leaveOut } from './left-out.ts';
import { makingActions, wouldMake } from './making-administrators.ts';
import { neededParts } from './needed-parts.ts';
import { allowed, arnOf, isSure, type Wish } from './permission.ts';
import { changeKey, type Supposed, supposed } from './policy-change.ts';
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
  const proof = makingBy(ask, principal, change);
  const gives = { kind: 'administrates', account: accountKey(ask, principal) } as const;
  const found = [
    ...(proof === undefined ? [] : [{ gives, proof, guard: principal.guard }]),
    ...(proof?.every(isSure) === true ? [] : lesserGains(ask, principal, change)),
  ];
  known.set(key, found);
  return found;
}

const gainsKnown = remembered((): Map<string, readonly ChangedGain[]> => new Map());

/** One request that gives something by itself. */
export interface Aim {
  readonly wish: Wish & { readonly on: Resource };
  readonly gives: AttackFact;
  readonly store?: 'read' | 'write';
  /** Further actions on the same that it takes. */
  readonly besides?: readonly string[];
}

/**
 * More requests than these are not tried for one system: who is bounded everywhere would make a pair of each with each. All
 * whose policies may be changed have the same share, those about their own account before others.
 */
const mostRequests = 40_000;

const makingKnown = remembered(() => new Map<string, readonly Supposed[] | undefined>());

function makingBy(ask: Questions, principal: Resource, change: PolicyChange): readonly Supposed[] | undefined {
  const known = makingKnown(ask);
  const key = `${principal.id} ${changeKey(change)}`;
  if (!known.has(key)) known.set(key, wouldMake(ask, principal, change));
  return known.get(key);
}

/** Does nothing change but that the organization limits nobody? */
function isFreeing({ unguarded, ...others }: PolicyChange): boolean {
  return unguarded === true && Object.keys(others).length === 0;
}

/** Could the principal gain something by being free of the organization's policies? Not where they refuse nothing of it. */
export function gainsFreedom(ask: Questions, principal: Resource): boolean {
  const known = mayGain(ask);
  const account = accountKey(ask, principal);
  const gains =
    known.get(account) ??
    (guardedAims(ask, principal).length > 0 ||
      makingActions.some((action) => ask.access.mayBeGuarded(principal.id, action)));
  known.set(account, gains);
  return gains;
}

const mayGain = remembered(() => new Map<string, boolean>());
const guardedByAccount = remembered(() => new Map<string, readonly Aim[]>());

/** What policies of the organization may keep the principals of an account from. */
function guardedAims(ask: Questions, principal: Resource): readonly Aim[] {
  const account = accountKey(ask, principal);
  const before = guardedByAccount(ask).get(account);
  if (before !== undefined) return before;
  const all = aimsOf(ask, account);
  const actions = new Set(all.map(({ wish }) => wish.action));
  const guarded = new Set([...actions].filter((action) => ask.access.mayBeGuarded(principal.id, action)));
  const made = all.filter(({ wish }) => guarded.has(wish.action));
  guardedByAccount(ask).set(account, made);
  return made;
}

const limitedOnes = remembered(() => new Set<string>());

/** Says beforehand that somebody's gains by a change are going to be asked for, so that all have the same share of requests. */
export function expectChange(ask: Questions, principal: Resource, change: PolicyChange): void {
  if (makingBy(ask, principal, change)?.every(isSure) !== true)
    limitedOnes(ask).add(`${principal.id} ${changeKey(change)}`);
}

function* lesserGains(ask: Questions, principal: Resource, change: PolicyChange): Generator<ChangedGain> {
  const done = new Set<string>();
  const share = Math.max(1, Math.floor(mostRequests / Math.max(1, limitedOnes(ask).size)));
  const aims = isFreeing(change) ? guardedAims(ask, principal) : aimsOf(ask, accountKey(ask, principal));
  if (aims.length > share)
    leaveOut(ask, `what limited identities gain by changed policies, beyond ${mostRequests} requests in all`);
  for (const aim of aims.slice(0, share)) {
    const { wish, gives, store, besides = [] } = aim;
    const key = plainFactKey(gives);
    if (done.has(key) || wish.on.id === principal.id) continue;
    const item = supposed(ask, principal, { wish, change });
    const now = item === undefined ? undefined : allowed(ask, principal, wish);
    if (item === undefined || (now !== undefined && (isSure(now) || !isSure(item)))) continue;
    const others = besides.flatMap((action) => supposed(ask, principal, { wish: { ...wish, action }, change }) ?? []);
    if (others.length < besides.length) continue;
    const proof = [item, ...others];
    if (proof.every(isSure)) done.add(key);
    const base = { gives, proof, guard: wish.on.guard };
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

const aimsByAccount = remembered(() => new Map<string, readonly Aim[]>());

/** Everything that a single request gives, what is in the account first. */
function aimsOf(ask: Questions, account: string): readonly Aim[] {
  const before = aimsByAccount(ask).get(account);
  if (before !== undefined) return before;
  const isOwn = ({ wish: { on } }: Aim) => accountKey(ask, on) === account;
  const [own, others] = [allAims(ask).filter(isOwn), allAims(ask).filter((aim) => !isOwn(aim))];
  const made = [...own, ...others];
  aimsByAccount(ask).set(account, made);
  return made;
}

/** Everything that a single request gives. */
export const allAims = remembered((ask): readonly Aim[] => {
  const on = (action: string, target: Resource): Aim['wish'] => ({ action, on: target, resource: arnOf(target) });
  const identities = (action: string, targets: readonly Resource[]) =>
    targets.map(
      (target): Aim => ({
        wish: on(action, target),
        gives: { kind: 'acts-as', principal: target.id },
      }),
    );
  const roles = ask.system.withAnswer('trustPolicy');
  const stores = (['read', 'write'] as const).flatMap((way) =>
    [...dataStores(ask), ...neededParts(ask)[way]].flatMap((store) =>
      usesOf(store, way).flatMap(({ actions: [action, ...besides], context }): readonly Aim[] =>
        action === undefined
          ? []
          : [
              {
                wish: { action, on: store, resource: dataArn(store), ...(context !== undefined && { context }) },
                gives: factAbout(way === 'read' ? 'reads' : 'writes', store),
                store: way,
                besides,
              },
            ],
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
