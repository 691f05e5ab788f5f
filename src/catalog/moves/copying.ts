import type { MoveBlock, ProofItem } from '../../model/attack.ts';
import { always, type Guard, guardKey } from '../../model/guard.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, text } from '../../model/text.ts';
import type { CopyWays } from '../data/copies.ts';
import { accountKey, isAdministrator } from './administrators.ts';
import { placesOf } from './block.ts';
import { type Allowed, allowed, arnOf, isSure, type Wish } from './permission.ts';
import { type Permission, type PermissionBlock, permissionBlocks } from './permissions.ts';
import { encryptionsOf } from './store-keys.ts';

/** What one kind of use of a copy takes besides the copy. */
export interface CopyUse {
  readonly stores: readonly Resource[];
  readonly ways: CopyWays;
  /** Rights on copies that it takes, by the way in which the store is encrypted: any one of the sets is enough. */
  readonly rights: (store: Resource, key: Resource | undefined) => readonly (readonly Wish[])[];
  /** What else must hold. */
  readonly provided?: string;
}

/** Stores that are encrypted alike, in one account: what their copies take is the same. */
interface Alike {
  readonly guard: Guard;
  readonly key: Resource | undefined;
  readonly foreign: string | undefined;
  readonly example: Resource;
  readonly positions: Set<number>;
}

/**
 * Who reads stores by copies of them, which he makes himself or somebody else has made; the latter need not be there, which
 * the step then says.
 */
export function* copyingOf(ask: Questions, use: CopyUse): Generator<MoveBlock> {
  const { stores, ways, provided } = use;
  const alike = groupsOf(ask, stores);
  if (alike.length === 0) return;
  const making = permissionBlocks(ask, { action: ways.make, targets: stores });
  for (const group of alike) {
    const able = ableTo(ask, use, group);
    const positions = Uint32Array.from([...group.positions].sort((left, right) => left - right));
    for (const [verdict, rights] of able) {
      const key = group.foreign === undefined ? [] : [`whoever uses it may use key ${group.foreign}`];
      const by = Uint32Array.from([...rights.keys()].sort((left, right) => left - right));
      const told = (own: readonly string[]) => ({
        kind: 'reads' as const,
        guard: group.guard,
        ...(own.length > 0 && { provided: own.join('; ') }),
      });
      const open = [...key, ...(provided === undefined ? [] : [provided])];
      for (const block of making) {
        const both = within(block, { by: rights, on: group.positions, verdict });
        const proof = ({ item }: Permission, at: number) => [item, ...(rights.get(at) ?? [])];
        yield* placesOf(stores, both, { ...told(open), proof });
      }
      const found = foundCopies(ask, { stores, by, on: positions, verdict });
      const proof = ({ target }: Permission, at: number) => [aCopy(target), ...(rights.get(at) ?? [])];
      yield* placesOf(stores, found, { ...told(['somebody else has made a copy of it', ...open]), proof });
    }
  }
}

/** Whom the account lets do what the use takes, by position, apart as what they may is sure or not. */
function ableTo(
  ask: Questions,
  { rights }: CopyUse,
  { example, key }: Alike,
): readonly (readonly [PermissionBlock['verdict'], ReadonlyMap<number, readonly Allowed[]>])[] {
  const sets = rights(example, key);
  const account = accountKey(ask, example);
  const found = { allow: new Map<number, readonly Allowed[]>(), conditional: new Map<number, readonly Allowed[]>() };
  const candidates = new Set(
    sets.flatMap(([first]) => (first === undefined ? [] : ask.access.candidates(first.action))),
  );
  ask.access.principals().forEach((principal, at) => {
    if (!candidates.has(principal) || accountKey(ask, principal) !== account || isAdministrator(ask, principal)) return;
    const granted = sets.flatMap((wishes) => {
      const items = allOfThem(ask, principal, wishes);
      return items === undefined ? [] : [items];
    });
    const sure = granted.find((items) => items.every(isSure));
    const items = sure ?? granted[0];
    if (items !== undefined) found[sure === undefined ? 'conditional' : 'allow'].set(at, items);
  });
  return [
    ['allow', found.allow],
    ['conditional', found.conditional],
  ] as const;
}

function groupsOf(ask: Questions, stores: readonly Resource[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  stores.forEach((store, at) => {
    for (const { guard, wish, foreign } of encryptionsOf(ask, store, 'kms:Decrypt')) {
      const key = wish === undefined || wish.on === '*' ? undefined : wish.on;
      const by = ask.system.fact(store.id, 'encryptionAtRest');
      const how = by.kind === 'known' ? by.value.by : by.kind;
      const name = [accountKey(ask, store), guardKey(guard), key?.id, foreign, how].join(' ');
      const group = groups.get(name) ?? { guard, key, foreign, example: store, positions: new Set() };
      group.positions.add(at);
      groups.set(name, group);
    }
  });
  return [...groups.values()];
}

function within(
  block: PermissionBlock,
  {
    by,
    on,
    verdict,
  }: {
    readonly by: ReadonlyMap<number, unknown>;
    readonly on: ReadonlySet<number>;
    readonly verdict: PermissionBlock['verdict'];
  },
): PermissionBlock {
  return {
    ...block,
    by: block.by.filter((at) => by.has(at)),
    on: block.on.filter((at) => on.has(at)),
    verdict: block.verdict === 'allow' ? verdict : block.verdict,
  };
}

/** A block in which nobody needs a right on the store itself. */
function foundCopies(
  ask: Questions,
  {
    stores,
    by,
    on,
    verdict,
  }: {
    readonly stores: readonly Resource[];
    readonly by: Uint32Array;
    readonly on: Uint32Array;
    readonly verdict: PermissionBlock['verdict'];
  },
): PermissionBlock {
  const principals = ask.access.principals();
  return {
    by,
    on,
    verdict,
    conditions: [],
    guard: always,
    permission(who, what) {
      const [principal, target] = [principals[who], stores[what]];
      if (principal === undefined || target === undefined) throw new Error('it is not in the block');
      const decision = { verdict: 'allow', conditions: [], guard: always, allowedBy: [], blockedBy: [] } as const;
      return {
        principal,
        target,
        item: { kind: 'allowed', principal: principal.id, action: '', on: target.id, decision },
      };
    },
  };
}

function aCopy(store: Resource): ProofItem {
  const note = `copies of ${store.address} hold its data`;
  return { kind: 'setting', resource: store.id, property: '', note, origin: store.origin };
}

/** What a caller wants to do to a copy, or to what he makes of it. */
export function onCopy(
  ask: Questions,
  store: Resource,
  of: { readonly action: string; readonly kind: string; readonly ways: CopyWays },
): Wish {
  const { account, region, partition } = ask.system.deploymentOf(store.id);
  const owner: Text = of.ways.ownerless === true ? [] : account;
  const [service = ''] = of.ways.make.split(':');
  const resource = text('arn:', ...partition, `:${service}:`, ...region, ':', ...owner, `:${of.kind}`, 'bartizan-new');
  return { action: of.action, on: '*', resource };
}

/** What somebody wants to do with a key. */
export function withKey(action: string, key: Resource): Wish {
  return { action, on: key, resource: arnOf(key) };
}

/** The rights for all of them, or undefined. */
function allOfThem(ask: Questions, principal: Resource, wishes: readonly Wish[]): readonly Allowed[] | undefined {
  const items: Allowed[] = [];
  for (const wish of wishes) {
    const item = allowed(ask, principal, wish);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}
