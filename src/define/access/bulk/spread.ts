import type { ActionName } from '../compile/action-matcher.ts';
import { inAnyWay, type Meaning, meaning } from '../compile/principal-matcher.ts';
import { greatest, NO } from '../compile/three-valued.ts';
import type { Class } from './classes.ts';
import type { Group, Grouping } from './grouping.ts';
import type { Entry } from './lots.ts';
import { EMPTY, merged, remember, without } from './numbers.ts';
import type { Person } from './people.ts';
import type { Results } from './results.ts';
import type { Effects } from './sides.ts';
import { type Voice, type Voices, voicesOf } from './voices.ts';
import type { World } from './world.ts';

/** Resources with one result. */
export interface Share {
  readonly result: number;
  /** Positions, ascending. */
  readonly resources: Uint32Array;
}

/** What a class may do: for each result the resources, by position. */
export interface Spread {
  readonly cells: readonly Share[];
  /** The result for one resource, and for one of the class whom that resource may name. */
  at(position: number, named?: Named): number;
}

/**
 * Somebody whom a resource may name, and the action that is asked about: spreads are kept for all actions of which the same
 * is said, but somebody himself is in this class for the one that is asked about.
 */
export interface Named {
  readonly person: Person;
  readonly action: ActionName;
}

export interface Spreading {
  readonly world: World;
  readonly effects: Effects;
  readonly results: Results;
  readonly voices: Map<number, Voices>;
  readonly meanings: Map<number, Meaning>;
  readonly unions: Map<number, Uint32Array>;
  /** How groups look to standings. */
  readonly views: Map<number, number>;
  readonly sights: Map<number, Sight>;
  readonly bases: Map<number, Base>;
}

export function spreadOf(
  spreading: Spreading,
  one: Class,
  { grouping, action }: { readonly grouping: Grouping; readonly action: ActionName },
): Spread {
  const spreader: Spreader = {
    spreading,
    one,
    grouping,
    voices: remember(spreading.voices, one.sayings.number, () => voicesOf(spreading, one.sayings)),
    sight: sightOf(spreading, grouping, one.person),
    result: (voice, group, { position, named }) =>
      resultOf(spreading, { one, voice, group, position, named: named?.person, action: named?.action ?? action }),
  };
  const base = baseOf(spreader);
  const changed = listedChanges(spreader, base);
  return {
    cells: withChanges(base.cells, changed),
    at(position, named) {
      const place = grouping.groupOf[position] ?? 0;
      const group = grouping.groups[place];
      if (group === undefined) return NOTHING;
      if (named === undefined) return changed.get(position) ?? base.results.get(place) ?? NOTHING;
      return spreader.result(spreader.voices.listed.get(position) ?? spreader.voices.rest, group, { position, named });
    },
  };
}

/** The number of the result that nothing is allowed. */
export const NOTHING = 0;

interface Spreader {
  readonly spreading: Spreading;
  readonly one: Class;
  readonly grouping: Grouping;
  readonly voices: Voices;
  readonly sight: Sight;
  result(voice: Voice, group: Group, where: { readonly position: number; readonly named?: Named }): number;
}

/** How groups look to a standing, by their places. */
interface Sight {
  readonly visible: ReadonlySet<number>;
  /** Of these, the groups that let in somebody without a right of his own. */
  readonly inviting: ReadonlySet<number>;
}

function sightOf(spreading: Spreading, grouping: Grouping, person: Person): Sight {
  const key = spreading.world.sequences.add(spreading.world.sequences.add(EMPTY, grouping.number), person.standing);
  return remember(spreading.sights, key, () => {
    const visible = new Set<number>();
    const inviting = new Set<number>();
    grouping.groups.forEach((group, place) => {
      if (group.members.length === 0 || !isVisible(spreading, group, person)) return;
      visible.add(place);
      if (letsIn(spreading, group, person)) inviting.add(place);
    });
    return { visible, inviting };
  });
}

/** Groups of the own account, and those that let somebody of it in. */
function isVisible(spreading: Spreading, group: Group, person: Person): boolean {
  if (group.account === person.account || group.isUnread) return true;
  return group.entries.some((entry) => entry.effect === 'Allow' && inAnyWay(meantBy(spreading, entry, person)) !== NO);
}

/** What those may do of whom no resource is listed; the same for all of them with one voice. */
interface Base {
  readonly cells: readonly Share[];
  /** By place of the group; groups on which nothing is allowed are left out. */
  readonly results: ReadonlyMap<number, number>;
}

const nothingAtAll: Base = { cells: [], results: new Map() };

function baseOf(spreader: Spreader): Base {
  const { spreading, one, grouping, voices } = spreader;
  if (voices.rest.denies) return nothingAtAll;
  const { sequences } = spreading.world;
  let key = sequences.add(sequences.add(EMPTY, voices.rest.number), one.person.standing);
  key = sequences.add(sequences.add(key, one.told), grouping.number);
  const before = spreading.bases.get(key);
  if (before !== undefined) return before;
  const { base, isComplete } = newBase(spreader);
  if (isComplete) spreading.bases.set(key, base);
  return base;
}

/** A group every resource of which is listed has nobody who could stand for the others: it is left out. */
function newBase({ spreading, grouping, voices: { rest, listed }, sight, result }: Spreader): {
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
    const number = result(rest, group, { position });
    if (number === NOTHING) continue;
    results.set(place, number);
    remember(groups, number, (): Group[] => []).push(group);
  }
  const cells = [...groups].map(([number, some]) => ({
    result: number,
    resources: unionOf(spreading, grouping, some),
  }));
  return { base: { cells, results }, isComplete };
}

/** Results of the resources on which it is another one than in their group. */
function listedChanges({ grouping, voices, sight, result }: Spreader, base: Base): ReadonlyMap<number, number> {
  const changed = new Map<number, number>();
  for (const [position, voice] of voices.listed) {
    const place = grouping.groupOf[position] ?? 0;
    const group = grouping.groups[place];
    const isOut = voice.denies || !(voice.allows ? sight.visible : sight.inviting).has(place);
    const number = isOut || group === undefined ? NOTHING : result(voice, group, { position });
    if (number !== (base.results.get(place) ?? NOTHING)) changed.set(position, number);
  }
  return changed;
}

/** The same with other results on some resources. Lists that do not change are shared. */
export function withChanges(cells: readonly Share[], changed: ReadonlyMap<number, number>): readonly Share[] {
  if (changed.size === 0) return cells;
  const more = new Map<number, number[]>();
  for (const [position, result] of changed)
    if (result !== NOTHING) remember(more, result, (): number[] => []).push(position);
  const gone = Uint32Array.from(changed.keys()).sort();
  const left: Share[] = [];
  for (const { result, resources } of cells) {
    const lists = [without(resources, gone), Uint32Array.from(more.get(result) ?? []).sort()];
    more.delete(result);
    const together = merged(lists.filter((list) => list.length > 0));
    if (together.length > 0) left.push({ result, resources: together });
  }
  for (const [result, positions] of more) left.push({ result, resources: Uint32Array.from(positions).sort() });
  return left;
}

/** Members of groups together; classes that may do the same share one list. */
function unionOf({ unions, world }: Spreading, grouping: Grouping, groups: readonly Group[]): Uint32Array {
  let key = world.sequences.add(EMPTY, grouping.number);
  for (const { number } of groups) key = world.sequences.add(key, number);
  return remember(unions, key, () => merged(groups.map(({ members }) => members)));
}

/** Do the group's own policies let somebody in who has no right of his own? */
function letsIn(spreading: Spreading, group: Group, person: Person): boolean {
  if (group.account !== person.account) return false;
  if (group.isUnread) return true;
  return group.entries.some((entry) => {
    if (entry.effect !== 'Allow') return false;
    const { directly, asRole } = meantBy(spreading, entry, person);
    return greatest(directly, asRole) !== NO;
  });
}

/** How a statement means those of a standing whom it does not name one by one. */
function meantBy({ meanings, world }: Spreading, { speech }: Entry, person: Person): Meaning {
  const key = world.sequences.add(world.sequences.add(EMPTY, speech.form.principals), person.standing);
  return remember(meanings, key, () => meaning(speech.code, person.nameless.named, person.bounded));
}

interface Situation {
  readonly one: Class;
  readonly voice: Voice;
  readonly group: Group;
  readonly position: number;
  readonly named?: Person | undefined;
  readonly action: ActionName;
}

/** Situations that nothing tells apart have one result, which is found by asking about one of them. */
function resultOf(
  { world, results, views }: Spreading,
  { one, voice, group, position, named, action }: Situation,
): number {
  const { sequences } = world;
  const person = named ?? one.person;
  let key = sequences.add(sequences.add(voice.number, person.stance), one.told);
  if (named !== undefined) key = sequences.add(key, viewOf(world, results, { group, person, isNamed: true }));
  else {
    const view = sequences.add(sequences.add(EMPTY, group.number), person.standing);
    key = sequences.add(
      key,
      remember(views, view, () => viewOf(world, results, { group, person, isNamed: false })),
    );
  }
  return results.of(key, { person, isNamed: named !== undefined, position, action });
}

/** How the policies of a group look to somebody: equal where nothing tells the difference. */
function viewOf(
  { sequences }: World,
  results: Results,
  { group, person, isNamed }: { readonly group: Group; readonly person: Person; readonly isNamed: boolean },
): number {
  const where = group.account === person.account ? SAME : OTHER;
  const start = sequences.add(EMPTY, group.shape === undefined ? where + SINGLE : where);
  let view = sequences.add(start, group.shape ?? group.number);
  const { named } = isNamed ? person.code : person.nameless;
  for (const { speech, tags } of group.entries) {
    const { directly, asRole, byAccount } = meaning(speech.code, named, person.bounded);
    // A statement that means somebody else says nothing.
    if (greatest(greatest(directly, asRole), byAccount) === NO) continue;
    view = sequences.add(view, speech.aside);
    view = sequences.add(view, 1 + directly + 3 * asRole + 9 * byAccount);
    view = sequences.add(view, tags);
    const keys = isNamed ? results.principalKey(speech.form, person) : results.standingKey(speech.form, person);
    view = sequences.add(view, keys);
  }
  return view;
}

const SAME = 1;
const OTHER = 2;
/** Added for a group that is like no other: groups and shapes are numbered apart. */
const SINGLE = 2;
