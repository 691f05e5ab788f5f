import type { ActionName } from '../compile/action-matcher.ts';
import type { Class } from './classes.ts';
import type { Group, Grouping } from './grouping.ts';
import { type Listings, listedVoices } from './listed-voices.ts';
import { ascending, EMPTY, merged, remember, without } from './numbers.ts';
import { ANYWHERE } from './pairs.ts';
import type { Person } from './people.ts';
import { INVITING, type Sight, type Sights, sightOf } from './sight.ts';
import { NOTHING, resultOf, type Situations } from './situations.ts';
import { type Voice, voiceOf } from './voices.ts';

/** Resources with one result. */
export interface Share {
  readonly result: number;
  /** Positions, ascending. */
  readonly resources: Uint32Array;
}

/** What a class may do: for each result the resources, by position. */
export interface Spread {
  readonly cells: readonly Share[];
  /** The result for one resource. */
  at(position: number): number;
  /** The same for one of the class whom that resource may name. */
  forNamed(position: number, named: Named): number;
}

/**
 * Somebody whom a resource may name, and the action that is asked about: spreads are kept for all actions of which the same
 * is said, but somebody himself is in this class for the one that is asked about.
 */
export interface Named {
  readonly person: Person;
  readonly action: ActionName;
}

export interface Spreading extends Sights, Situations, Listings {
  readonly unions: Map<number, Uint32Array>;
  readonly bases: Map<number, Base>;
}

interface Spreader {
  readonly spreading: Spreading;
  readonly one: Class;
  readonly grouping: Grouping;
  readonly action: ActionName;
  readonly sight: Sight;
  readonly rest: Voice;
  /** Resources on which it is another one. */
  readonly listed: ReadonlyMap<number, Voice>;
}

export function spreadOf(
  spreading: Spreading,
  one: Class,
  { grouping, action }: { readonly grouping: Grouping; readonly action: ActionName },
): Spread {
  const sight = sightOf(spreading, grouping, one.person.standing);
  const rest = voiceOf(spreading.world, one.sayings, ANYWHERE);
  const listed = listedVoices(spreading, one, { grouping, sight, rest });
  const spreader: Spreader = { spreading, one, grouping, action, sight, rest, listed };
  const base = baseOf(spreader);
  const changed = listedChanges(spreader, base);
  return {
    cells: withChanges(base.cells, changed),
    at: (position) => changed.get(position) ?? base.results.get(grouping.groupOf[position] ?? 0) ?? NOTHING,
    forNamed(position, named) {
      const alike = grouping.groups[grouping.groupOf[position] ?? 0];
      if (alike === undefined) return NOTHING;
      const group = { ...alike, entries: grouping.specials.get(position)?.entries ?? alike.entries };
      const voice = voiceOf(spreading.world, one.sayings, position);
      return resultOf(spreading, { one, voice, group, position, named: named.person, action: named.action });
    },
  };
}

/** What those may do of whom no resource is listed; the same for all of them with one voice. */
interface Base {
  readonly cells: readonly Share[];
  /** By place of the group; groups on which nothing is allowed are left out. */
  readonly results: ReadonlyMap<number, number>;
}

const nothingAtAll: Base = { cells: [], results: new Map() };

function baseOf(spreader: Spreader): Base {
  const { spreading, one, grouping, rest, sight } = spreader;
  if (rest.denies || (rest.allows ? sight.visible : sight.inviting).length === 0) return nothingAtAll;
  const { sequences } = spreading.world;
  let key = sequences.add(sequences.add(EMPTY, rest.number), one.person.standing.number);
  key = sequences.add(sequences.add(key, one.told), grouping.number);
  const before = spreading.bases.get(key);
  if (before !== undefined) return before;
  const { base, isComplete } = newBase(spreader);
  if (isComplete) spreading.bases.set(key, base);
  return base;
}

/** A group every resource of which is listed has nobody who could stand for the others: it is left out. */
function newBase({ spreading, one, grouping, action, rest, listed, sight }: Spreader): {
  readonly base: Base;
  readonly isComplete: boolean;
} {
  const results = new Map<number, number>();
  const groups = new Map<number, Group[]>();
  let isComplete = true;
  for (const place of rest.allows ? sight.visible : sight.inviting) {
    const group = grouping.groups[place];
    const position = group?.members.find((member) => !listed.has(member));
    if (group === undefined || position === undefined) {
      isComplete = false;
      continue;
    }
    const number = resultOf(spreading, { one, voice: rest, group, position, action });
    if (number === NOTHING) continue;
    results.set(place, number);
    remember(groups, number, (): Group[] => []).push(group);
  }
  const cells = [...groups].map(([result, some]) => ({ result, resources: unionOf(spreading, grouping, some) }));
  return { base: { cells, results }, isComplete };
}

/** Results of the resources on which it is another one than in their group. */
function listedChanges(spreader: Spreader, base: Base): ReadonlyMap<number, number> {
  const { spreading, one, grouping, action, listed, sight } = spreader;
  if (listed.size === 0) return noChanges;
  const changed = new Map<number, number>();
  listed.forEach((voice, position) => {
    const place = grouping.groupOf[position] ?? 0;
    const group = grouping.groups[place];
    const mark = sight.marks[place] ?? 0;
    const isOut = voice.denies || (voice.allows ? mark === 0 : mark !== INVITING);
    const isRefused = isOut || group === undefined;
    const number = isRefused ? NOTHING : resultOf(spreading, { one, voice, group, position, action });
    if (number !== (base.results.get(place) ?? NOTHING)) changed.set(position, number);
  });
  return changed;
}

const noChanges: ReadonlyMap<number, number> = new Map();

/** The same with other results on some resources. Lists that do not change are shared. */
export function withChanges(cells: readonly Share[], changed: ReadonlyMap<number, number>): readonly Share[] {
  if (changed.size === 0) return cells;
  const more = new Map<number, number[]>();
  changed.forEach((result, position) => {
    if (result === NOTHING) return;
    const positions = more.get(result);
    if (positions === undefined) more.set(result, [position]);
    else positions.push(position);
  });
  const left: Share[] = [];
  const gone = cells.length === 0 ? nowhere : ascending([...changed.keys()]);
  for (const { result, resources } of cells) {
    const lists = [without(resources, gone), ascending(more.get(result) ?? [])];
    more.delete(result);
    const together = merged(lists.filter((list) => list.length > 0));
    if (together.length > 0) left.push({ result, resources: together });
  }
  more.forEach((positions, result) => {
    left.push({ result, resources: ascending(positions) });
  });
  return left;
}

const nowhere = new Uint32Array(0);

/** Members of groups together; classes that may do the same share one list. */
function unionOf({ unions, world }: Spreading, grouping: Grouping, groups: readonly Group[]): Uint32Array {
  let key = world.sequences.add(EMPTY, grouping.number);
  for (const { number } of groups) key = world.sequences.add(key, number);
  return remember(unions, key, () => merged(groups.map(({ members }) => members)));
}
