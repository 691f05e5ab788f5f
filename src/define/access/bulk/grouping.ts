import type { ActionName } from '../compile/action-matcher.ts';
import type { StatementCode } from '../compile/policy-code.ts';
import { type Audience, audienceOf } from './audience.ts';
import type { Speech } from './forms.ts';
import { createLots, type Lot, type Lots } from './lots.ts';
import { EMPTY, remember } from './numbers.ts';
import type { Person } from './people.ts';
import type { Sides } from './sides.ts';
import type { Common, Entry, Special } from './special-lots.ts';
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
  /** By position, the place of its group. */
  readonly groupOf: Uint32Array;
  /** Which groups may be seen from where. */
  readonly audience: Audience;
  /** Statements for everybody or accounts that ask for keys of single principals. */
  readonly telling: readonly Telling[];
  /** Those about which something is said, by position. */
  readonly specials: ReadonlyMap<number, Special>;
  /** Resources whose policies may name somebody himself, by his position. */
  readonly naming: ReadonlyMap<number, readonly number[]>;
}

/** A statement of resources and the number of what it says, whatever it lists. */
export interface Telling {
  readonly speech: Speech;
  readonly aside: number;
}

/** The resources of a universe as the policies of resources see them. */
export interface Estate {
  grouping(action: ActionName): Grouping;
  /** Equal for actions of which the policies of the resources, and those over them, say the same. */
  topicsOf(action: ActionName): string;
  /** `textKey` of the account that owns the resource at a position. */
  accountOf(position: number): string | undefined;
  /** Positions of the resources that an account owns. */
  ownedBy(account: string): readonly number[];
}

interface Shelf {
  readonly world: World;
  readonly universe: Universe;
  readonly lots: Lots;
  /** The group of each ground when nothing is said of anything. */
  readonly silent: readonly Group[];
}

export function createEstate(
  world: World,
  universe: Universe,
  how: { readonly sides: Sides; readonly action: ActionName },
): Estate {
  const lots = createLots(world, universe, how);
  const known = new Map<number, Grouping>();
  const byTopics = new Map<string, Grouping>();
  const shelf: Shelf = { world, universe, lots, silent: silentGroups(lots) };
  const owned = new Map<string, readonly number[]>();
  return {
    grouping: (action) =>
      remember(byTopics, lots.topicsOf(action), () => {
        const special = lots.special(action);
        let key = EMPTY;
        for (const { lot, number } of special) key = world.sequences.add(world.sequences.add(key, lot.at + 1), number);
        return remember(known, key, () => group(shelf, key, special));
      }),
    topicsOf: lots.topicsOf,
    accountOf: (position) => lots.grounds[lots.groundOf[position] ?? 0]?.account,
    ownedBy: (account) =>
      remember(owned, account, () =>
        shelf.silent.flatMap((ground) => (ground.account === account ? [...ground.members] : [])),
      ),
  };
}

function silentGroups({ grounds, groundOf }: Lots): readonly Group[] {
  const members = grounds.map((): number[] => []);
  groundOf.forEach((place, at) => {
    members[place]?.push(at);
  });
  return grounds.map(
    ({ number, shape, account }, place): Group => ({
      number,
      shape,
      account,
      entries: [],
      isUnread: false,
      members: Uint32Array.from(members[place] ?? []),
    }),
  );
}

/**
 * What is said of some resources takes them out of the groups in which they are when nothing is, unless that is for principals
 * alone whom it lists: those are asked about one by one.
 */
function group({ world, universe, lots, silent }: Shelf, key: number, special: readonly Special[]): Grouping {
  const groupOf = lots.groundOf.slice();
  const places = new Map<number, number>();
  const lists: (Alike & { readonly members: number[] })[] = [];
  const thinned = new Set<number>();
  for (const { lot, common, isSingle } of special) {
    if (common === undefined) continue;
    const { at } = lot;
    thinned.add(groupOf[at] ?? 0);
    const place = remember(places, common.number, () => lists.push({ lot, common, isSingle, members: [] }) - 1);
    lists[place]?.members.push(at);
    groupOf[at] = silent.length + place;
  }
  const left = silent.map((one, at) =>
    thinned.has(at) ? { ...one, members: one.members.filter((member) => groupOf[member] === at) } : one,
  );
  const groups = [...left, ...lists.map(specialGroup)];
  return {
    number: world.forms.intern(`grouping ${universe.number} ${key}`),
    groups,
    groupOf,
    audience: audienceOf(groups),
    telling: tellingOf(groups),
    specials: new Map(special.map((one) => [one.lot.at, one])),
    naming: namingOf(world, special),
  };
}

/** Resources of which the same is said to everybody whom nothing lists; the lot is that of the first. */
interface Alike {
  readonly lot: Lot;
  readonly common: Common;
  readonly isSingle: boolean;
  readonly members: readonly number[];
}

function specialGroup({ lot: { ground, isUnread }, common: { number, entries }, isSingle, members }: Alike): Group {
  return {
    number,
    account: ground.account,
    isUnread,
    shape: isSingle ? undefined : ground.shape,
    entries,
    members: Uint32Array.from(members),
  };
}

/** Statements that mean more than single principals, and then ask for what tells them apart. Each of a kind once. */
function tellingOf(groups: readonly Group[]): readonly Telling[] {
  const found = new Map<number, Telling>();
  for (const { entries } of groups)
    for (const { speech, aside } of entries)
      if (speech.form.principalKeys.length > 0 && meansMany(speech.code)) found.set(aside, { speech, aside });
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
