import type { ActionName } from '../compile/action-matcher.ts';
import type { StatementCode } from '../compile/policy-code.ts';
import type { Speech } from './forms.ts';
import { createLots, type Entry, type Lot, type Special } from './lots.ts';
import { EMPTY, remember } from './numbers.ts';
import type { Person } from './people.ts';
import type { Sides } from './sides.ts';
import type { Universe } from './universe.ts';
import type { World } from './world.ts';

/** Resources between which nothing but identity policies, and statements that name single principals, can tell. */
export interface Group {
  /** Equal for equal groups, whatever the action. */
  readonly number: number;
  /** Equal for those that differ in account and statements only; undefined for a resource that is like no other. */
  readonly shape: number | undefined;
  readonly account: string;
  readonly entries: readonly Entry[];
  /** One of its policies could not be read wholly. */
  readonly isUnread: boolean;
  /** Positions, ascending. */
  readonly members: Uint32Array;
}

/** The resources of a question in groups, for one action. */
export interface Grouping {
  readonly number: number;
  readonly groups: readonly Group[];
  readonly groupOf: Uint32Array;
  readonly ofAccount: ReadonlyMap<string, readonly Group[]>;
  /** Groups with entries: only they can let in somebody from another account. */
  readonly speaking: readonly Group[];
  /** Statements for everybody or accounts that ask for keys of single principals. */
  readonly telling: readonly Speech[];
  /** Resources whose policies may name somebody himself, by his position. */
  readonly naming: ReadonlyMap<number, readonly number[]>;
}

/** The resources of a universe as the policies of resources see them. */
export interface Estate {
  grouping(action: ActionName): Grouping;
  /** Equal for actions of which the policies of the resources, and those over them, say the same. */
  topicsOf(action: ActionName): string;
}

interface Shelf {
  readonly world: World;
  readonly universe: Universe;
  readonly lots: readonly Lot[];
  /** Groups when nothing is said of anything, and the place of each resource among them. */
  readonly silent: readonly Group[];
  readonly silentOf: Uint32Array;
}

export function createEstate(
  world: World,
  universe: Universe,
  how: { readonly sides: Sides; readonly action: ActionName },
): Estate {
  const lots = createLots(world, universe, how);
  const known = new Map<number, Grouping>();
  const shelf: Shelf = { world, universe, lots: lots.all, ...silentGroups(lots.all) };
  return {
    grouping(action) {
      const special = lots.special(action);
      let key = EMPTY;
      for (const { lot, number } of special) key = world.sequences.add(world.sequences.add(key, lot.at + 1), number);
      return remember(known, key, () => group(shelf, key, special));
    },
    topicsOf: lots.topicsOf,
  };
}

function silentGroups(lots: readonly Lot[]): Pick<Shelf, 'silent' | 'silentOf'> {
  const places = new Map<number, number>();
  const lists: { readonly first: Lot; readonly members: number[] }[] = [];
  const silentOf = new Uint32Array(lots.length);
  for (const lot of lots) {
    const place = remember(places, lot.base, () => lists.push({ first: lot, members: [] }) - 1);
    silentOf[lot.at] = place;
    lists[place]?.members.push(lot.at);
  }
  const silent = lists.map(
    ({ first: { base, shape, account }, members }): Group => ({
      number: base,
      shape,
      account,
      entries: [],
      isUnread: false,
      members: Uint32Array.from(members),
    }),
  );
  return { silent, silentOf };
}

/** What is said of some resources takes them out of the groups in which they are when nothing is. */
function group(shelf: Shelf, key: number, special: readonly Special[]): Grouping {
  const { world, universe } = shelf;
  const groupOf = shelf.silentOf.slice();
  const places = new Map<number, number>();
  const lists: { readonly first: Special; readonly members: number[] }[] = [];
  const thinned = new Set<number>();
  for (const one of special) {
    const { at } = one.lot;
    thinned.add(groupOf[at] ?? 0);
    const place = remember(places, one.number, () => lists.push({ first: one, members: [] }) - 1);
    lists[place]?.members.push(at);
    groupOf[at] = shelf.silent.length + place;
  }
  const left = shelf.silent.map((one, at) =>
    thinned.has(at) ? { ...one, members: one.members.filter((member) => groupOf[member] === at) } : one,
  );
  const groups = [...left, ...lists.map(({ first, members }) => specialGroup(first, members))];
  const ofAccount = new Map<string, Group[]>();
  for (const one of groups) if (one.members.length > 0) remember(ofAccount, one.account, (): Group[] => []).push(one);
  return {
    number: world.forms.intern(`grouping ${universe.number} ${key}`),
    groups,
    groupOf,
    ofAccount,
    speaking: groups.filter(({ entries, isUnread }) => entries.length > 0 || isUnread),
    telling: tellingOf(groups),
    naming: namingOf(world, special),
  };
}

function specialGroup({ number, lot, isSingle, entries }: Special, members: readonly number[]): Group {
  const { account, shape, isUnread } = lot;
  return {
    number,
    account,
    isUnread,
    shape: isSingle ? undefined : shape,
    entries,
    members: Uint32Array.from(members),
  };
}

/** Statements that mean more than single principals, and then ask for what tells them apart. Each of a kind once. */
function tellingOf(groups: readonly Group[]): readonly Speech[] {
  const found = new Map<number, Speech>();
  for (const { entries } of groups)
    for (const { speech } of entries)
      if (speech.form.principalKeys.length > 0 && meansMany(speech.code)) found.set(speech.aside, speech);
  return [...found.values()];
}

function meansMany({ principals, notPrincipals }: StatementCode): boolean {
  if (principals === undefined || notPrincipals !== undefined || principals.everybody) return true;
  return principals.aws.some(({ literal }) => literal === undefined || /^\d{12}$|:root$/.test(literal));
}

function namingOf(world: World, special: readonly Special[]): ReadonlyMap<number, readonly number[]> {
  const result = new Map<number, number[]>();
  for (const { lot, entries } of special) {
    const named = new Set<Person>();
    for (const { speech } of entries) {
      const matcher = speech.code.principals ?? speech.code.notPrincipals;
      if (matcher !== undefined && matcher.aws.length > 0)
        for (const one of world.people.named(matcher)) named.add(one);
    }
    for (const one of named) remember(result, one.at, (): number[] => []).push(lot.at);
  }
  return result;
}
