import type { Class } from './classes.ts';
import { SILENT } from './effects.ts';
import type { Estate, Grouping } from './grouping.ts';
import { remember } from './numbers.ts';
import type { Pair } from './pairs.ts';
import type { Side } from './sides.ts';
import type { Sight } from './sight.ts';
import { type Voice, voiceOf } from './voices.ts';
import type { World } from './world.ts';

/** What is known of the resources that statements list. */
export interface Listings {
  readonly world: World;
  readonly estate: Estate;
  /** Positions in long lists by account, by the number of the side. */
  readonly byAccount: Map<number, Map<string, readonly number[]>>;
}

/** Sides that list more resources than this are looked at account by account. */
const SHORT = 32;

const nowhere: ReadonlyMap<number, Voice> = new Map();

/** The resources that a class can see and on which its voice is another one than on the rest. */
export function listedVoices(
  listings: Listings,
  { sayings, person }: Class,
  seen: { readonly grouping: Grouping; readonly sight: Sight; readonly rest: Voice },
): ReadonlyMap<number, Voice> {
  const positions = new Set<number>();
  const { account } = person.standing;
  addListed(listings, positions, { pair: sayings.identity, account, ...seen });
  if (sayings.boundary !== undefined) addListed(listings, positions, { pair: sayings.boundary, account, ...seen });
  for (const pair of sayings.levels) addListed(listings, positions, { pair, account, ...seen });
  if (positions.size === 0) return nowhere;
  const listed = new Map<number, Voice>();
  for (const position of positions) {
    const own = voiceOf(listings.world, sayings, position);
    if (own.number !== seen.rest.number) listed.set(position, own);
  }
  return listed;
}

interface Looking {
  readonly pair: Pair;
  readonly account: string;
  readonly grouping: Grouping;
  readonly sight: Sight;
}

function addListed(listings: Listings, positions: Set<number>, looking: Looking): void {
  for (const side of looking.pair.allow) addSide(listings, positions, side, looking);
  for (const side of looking.pair.deny) addSide(listings, positions, side, looking);
}

function addSide(listings: Listings, positions: Set<number>, side: Side, { account, grouping, sight }: Looking): void {
  const { listed, each } = side;
  if (each === undefined && listed.size === 0) return;
  if (each === undefined && listed.size <= SHORT) {
    listed.forEach((_, position) => {
      if (sight.marks[grouping.groupOf[position] ?? 0] !== 0) positions.add(position);
    });
    return;
  }
  for (const position of positionsIn(listings, side, account)) positions.add(position);
  for (const { members } of sight.foreign)
    for (const position of members) if (speaksAt(side, position)) positions.add(position);
}

function speaksAt({ listed, each }: Side, position: number): boolean {
  return each === undefined ? listed.has(position) : each(position) !== SILENT;
}

/** The resources of an account that a side lists, or of which it says something. */
function positionsIn({ byAccount, estate }: Listings, side: Side, account: string): readonly number[] {
  const { listed, each } = side;
  if (each === undefined) return remember(byAccount, side.number, () => sorted(estate, listed)).get(account) ?? [];
  const known = remember(byAccount, side.number, () => new Map<string, readonly number[]>());
  return remember(known, account, () => estate.ownedBy(account).filter((position) => each(position) !== SILENT));
}

function sorted(estate: Estate, listed: Side['listed']): Map<string, readonly number[]> {
  const byAccount = new Map<string, number[]>();
  for (const position of listed.keys())
    remember(byAccount, estate.accountOf(position) ?? '', (): number[] => []).push(position);
  return byAccount;
}
