import type { BlockGain, MoveBlock, ProofItem } from '../../model/attack.ts';
import { and, type Guard, guardKey, isAlways } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Portion } from '../../model/store-part.ts';
import { dataArn } from '../data-arn.ts';
import { placesOf } from './block.ts';
import { type PartUse, partUses, storesByAction } from './data-stores.ts';
import type { Going } from './going.ts';
import { parameterPaths, readingByPath } from './parameter-paths.ts';
import { arnOf, mayBeUsable } from './permission.ts';
import { type Permission, type PermissionBlock, permissionBlocks, permissionOn, type Question } from './permissions.ts';
import { remembered } from './remembered.ts';
import { blockOf, evenly, rightsOn } from './rights.ts';
import { keyNeeds } from './store-keys.ts';

/**
 * Where identities may use the data of stores, the key included that a store is encrypted with. An action on a store that is
 * encrypted in several ways, by condition, has a place for each.
 */
export function* dataUses(ask: Questions, way: 'read' | 'write'): Generator<MoveBlock> {
  const kind = way === 'read' ? 'reads' : 'writes';
  for (const { action, stores } of storesByAction(ask, way))
    if (action === readingByPath)
      for (const level of parameterPaths(ask)) yield* usesBy(ask, { action, kind, ...level });
    else yield* usesBy(ask, { action, stores, kind });
  // Pushing code is a move of its own.
  for (const use of partUses(ask)[way]) if (use.stores[0]?.part?.kind !== 'branch') yield* usesOfParts(ask, use, kind);
}

/** Parts of stores, by all of the actions together. Only objects are encrypted with a key that callers need. */
function* usesOfParts(
  ask: Questions,
  { actions, stores, context }: PartUse,
  kind: 'reads' | 'writes',
): Generator<MoveBlock> {
  const [action, ...others] = actions;
  if (action === undefined) return;
  const asked = context === undefined ? {} : { context };
  if (others.length === 0) {
    yield* usesBy(ask, { action, stores, kind, ...asked });
    return;
  }
  const besides = { principal: () => nothing, target: ({ guard }: Resource): Going => ({ proof: [], guard }) };
  const evened = evenly(ask, { targets: stores, besides });
  for (const rights of rightsOn(ask, actions, { targets: stores, ...asked }))
    for (const even of evened(rights)) yield* blockOf(ask, even, { kind, list: stores });
}

const nothing: Going = { proof: [] };

/** The same for one action on stores of one type. */
export function* usesBy(
  ask: Questions,
  {
    action,
    stores,
    kind,
    arn = dataArn,
    administrators,
    context,
  }: Use & Pick<Question, 'arn' | 'administrators' | 'context'>,
): Generator<MoveBlock> {
  const locks = locksOf(ask, stores);
  const question: Question = {
    action,
    targets: stores,
    arn,
    ...(administrators && { administrators }),
    ...(context !== undefined && { context }),
  };
  for (const block of permissionBlocks(ask, question)) yield* unlocked(ask, { stores, block, locks, kind });
}

interface Use {
  readonly action: string;
  readonly stores: readonly Portion[];
  readonly kind: 'reads' | 'writes';
}

interface Using {
  readonly stores: readonly Portion[];
  readonly block: PermissionBlock;
  readonly locks: ReadonlyMap<number, readonly Lock[]>;
  readonly kind: BlockGain['kind'];
  /** The premises besides those about the key; the permission itself when not given. */
  readonly proof?: (permission: Permission) => readonly ProofItem[];
}

/** What opens a store under a guard: nothing, a key of ours, or one that is not in the input. */
interface Lock {
  readonly guard: Guard;
  readonly key?: Resource | string;
}

/** Where those of a block use the stores, with the key that each is encrypted with. */
export function* unlocked(ask: Questions, using: Using): Generator<MoveBlock> {
  const { stores, block, locks, kind, proof } = using;
  const gain = { kind, ...(proof !== undefined && { proof }) };
  const free = locks.size === 0 ? block.on : block.on.filter((at) => !locks.has(at));
  if (free.length > 0) yield* placesOf(stores, { ...block, on: free }, gain);
  if (free.length === block.on.length) return;
  for (const [lock, on] of byLock(block.on, locks)) {
    const part = { ...block, on };
    const { guard, key } = lock;
    if (key === undefined) yield* placesOf(stores, part, { ...gain, guard });
    else if (typeof key === 'string')
      yield* placesOf(stores, part, { ...gain, guard, provided: `whoever uses it may use key ${key}` });
    else yield* withKey(ask, { ...using, block: part, guard, key });
  }
}

/** Positions that the same key opens, under the same guard. */
function byLock(on: Uint32Array, locks: Using['locks']): readonly (readonly [Lock, Uint32Array])[] {
  const groups = new Map<string, { readonly lock: Lock; readonly at: number[] }>();
  for (const at of on)
    for (const lock of locks.get(at) ?? []) {
      const key = `${guardKey(lock.guard)} ${typeof lock.key === 'object' ? lock.key.id : lock.key}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { lock, at: [at] });
      else group.at.push(at);
    }
  return [...groups.values()].map(({ lock, at }) => [lock, Uint32Array.from(at)] as const);
}

/** Those of the block who may use the key as well. */
function* withKey(
  ask: Questions,
  { key, guard, ...using }: Omit<Using, 'locks'> & { readonly key: Resource; readonly guard: Guard },
): Generator<MoveBlock> {
  const { block, stores, kind } = using;
  const action = kind === 'reads' ? 'kms:Decrypt' : 'kms:GenerateDataKey';
  const targets = [key];
  for (const cell of keyCells(ask, action, key)) {
    const users = new Set(cell.principals);
    const by = block.by.filter((at) => users.has(at));
    if (by.length === 0) continue;
    const both: PermissionBlock = {
      ...block,
      by,
      verdict: block.verdict === 'allow' ? cell.verdict : block.verdict,
      conditions: [...block.conditions, ...cell.conditions],
      guard: and(block.guard, cell.guard),
    };
    const onKey = permissionOn(ask, { action, targets, arn: arnOf }, cell);
    const used = using.proof ?? (({ item }: Permission) => [item]);
    yield* placesOf(stores, both, { kind, guard, proof: (one, who) => [...used(one), onKey(who, 0).item] });
  }
}

const cellsOfKeys = remembered((_ask) => new Map<string, ReturnType<Questions['access']['whoMay']>>());

function keyCells(ask: Questions, action: string, key: Resource): ReturnType<Questions['access']['whoMay']> {
  const known = cellsOfKeys(ask);
  const name = `${action} ${key.id}`;
  const cells = known.get(name) ?? ask.access.whoMay({ action, on: [key], arn: arnOf }).filter(mayBeUsable);
  known.set(name, cells);
  return cells;
}

const locksByStores = remembered(() => new WeakMap<readonly Resource[], ReadonlyMap<number, readonly Lock[]>>());

/** By position, for stores that are not simply open to whoever may use them. */
export function locksOf(ask: Questions, stores: readonly Resource[]): ReadonlyMap<number, readonly Lock[]> {
  const before = locksByStores(ask).get(stores);
  if (before !== undefined) return before;
  const found = new Map<number, readonly Lock[]>();
  stores.forEach((store, at) => {
    const locks = locksOn(ask, store);
    if (!locks.every(({ guard, key }) => key === undefined && isAlways(guard))) found.set(at, locks);
  });
  locksByStores(ask).set(stores, found);
  return found;
}

function locksOn(ask: Questions, store: Resource): readonly Lock[] {
  return keyNeeds(ask, store, 'read').map(({ guard, wish, foreign }): Lock => {
    const key = wish === undefined || wish.on === '*' ? foreign : wish.on;
    return { guard, ...(key !== undefined && { key }) };
  });
}
