import type { ActionName } from '../compile/action-matcher.ts';
import { inAnyWay, type Meaning, meaning } from '../compile/principal-matcher.ts';
import { greatest, NO } from '../compile/three-valued.ts';
import type { Class, Sayings } from './classes.ts';
import type { Entry, Group, Grouping } from './grouping.ts';
import { EMPTY, merged, remember } from './numbers.ts';
import type { Person } from './people.ts';
import type { Results } from './results.ts';
import { type Effects, SILENT, type Side } from './sides.ts';
import type { World } from './world.ts';

/** What a class may do: for each result the resources, by position. */
export interface Spread {
  readonly cells: readonly { readonly result: number; readonly resources: Uint32Array }[];
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

/** The effects that all statements of somebody together have on a resource. */
interface Voice {
  readonly number: number;
  /** Some identity policy allows it, or may. */
  readonly allows: boolean;
  /** Something surely denies it, or a limit does not allow it. */
  readonly denies: boolean;
}

interface Voices {
  readonly rest: Voice;
  /** Resources on which the effect is another one. */
  readonly listed: ReadonlyMap<number, Voice>;
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
}

export function spreadOf(
  spreading: Spreading,
  one: Class,
  asked: { readonly grouping: Grouping; readonly action: ActionName },
): Spread {
  const { grouping } = asked;
  const voices = remember(spreading.voices, one.sayings.number, () => voicesOf(spreading, one.sayings));
  const voiceAt = (position: number) => voices.listed.get(position) ?? voices.rest;
  const groupAt = (position: number) => grouping.groups[grouping.groupOf[position] ?? 0];
  const result = (voice: Voice, group: Group, { position, named }: { position: number; named?: Named | undefined }) =>
    resultOf(spreading, { one, voice, group, position, named: named?.person, action: (named ?? asked).action });
  return {
    cells: cellsOf(spreading, one, { grouping, voices, result }),
    at(position, named) {
      const group = groupAt(position);
      return group === undefined ? NOTHING : result(voiceAt(position), group, { position, named });
    },
  };
}

/** The number of the result that nothing is allowed. */
export const NOTHING = 0;

type ResultOf = (voice: Voice, group: Group, where: { readonly position: number }) => number;

function cellsOf(
  spreading: Spreading,
  { person }: Class,
  how: { readonly grouping: Grouping; readonly voices: Voices; readonly result: ResultOf },
): Spread['cells'] {
  const { grouping, voices, result } = how;
  const whole = new Map<number, Group[]>();
  const parts = new Map<number, number[]>();
  const listedIn = new Map<Group, Set<number>>();
  for (const [position, voice] of voices.listed) {
    const group = grouping.groups[grouping.groupOf[position] ?? 0];
    if (group === undefined) continue;
    remember(listedIn, group, () => new Set<number>()).add(position);
    if (voice.denies || (!voice.allows && !letsIn(spreading, group, person))) continue;
    const number = result(voice, group, { position });
    if (number !== NOTHING) remember(parts, number, (): number[] => []).push(position);
  }
  for (const group of visible(spreading, grouping, person)) {
    if (voices.rest.denies || (!voices.rest.allows && !letsIn(spreading, group, person))) continue;
    const except = listedIn.get(group);
    const position = except === undefined ? group.members[0] : group.members.find((member) => !except.has(member));
    const number = position === undefined ? NOTHING : result(voices.rest, group, { position });
    if (number === NOTHING) continue;
    if (except === undefined) remember(whole, number, (): Group[] => []).push(group);
    else {
      const part = remember(parts, number, (): number[] => []);
      for (const member of group.members) if (!except.has(member)) part.push(member);
    }
  }
  return [...new Set([...whole.keys(), ...parts.keys()])].map((number) => {
    const part = parts.get(number);
    const lists = unionOf(spreading, grouping, whole.get(number) ?? []);
    return { result: number, resources: part === undefined ? lists : merged([lists, Uint32Array.from(part)]) };
  });
}

/** Members of groups together; classes that may do the same share one list. */
function unionOf({ unions, world }: Spreading, grouping: Grouping, groups: readonly Group[]): Uint32Array {
  let key = world.sequences.add(EMPTY, grouping.number);
  for (const { number } of groups) key = world.sequences.add(key, number);
  return remember(unions, key, () => merged(groups.map(({ members }) => members)));
}

/** Groups of the own account, and those that let somebody of it in. */
function visible(spreading: Spreading, grouping: Grouping, person: Person): readonly Group[] {
  const own = grouping.ofAccount.get(person.account) ?? [];
  const others = grouping.speaking.filter(
    (group) =>
      group.account !== person.account &&
      (group.isUnread ||
        group.entries.some((entry) => entry.effect === 'Allow' && inAnyWay(meantBy(spreading, entry, person)) !== NO)),
  );
  return others.length === 0 ? own : [...own, ...others];
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

function voicesOf({ world, effects }: Spreading, sayings: Sayings): Voices {
  const lists = [sayings.identity, ...(sayings.boundary === undefined ? [] : [sayings.boundary]), ...sayings.levels];
  const all = lists.flatMap(({ allow, deny }) => [...allow, ...deny]);
  const voice = (effectOf: (side: Side) => number): Voice => {
    let number = EMPTY;
    let denies = false;
    const say = (effect: number) => {
      number = world.sequences.add(number, effect);
    };
    lists.forEach(({ allow, deny }, at) => {
      const allowing = counting(allow.map(effectOf), effects);
      const isLevel = at > 0 && at >= lists.length - sayings.levels.length;
      if (isLevel && !allowing.some((effect) => effects.speaks(effect))) denies = true;
      for (const effect of allowing) say(effect);
      say(END);
      for (const side of deny) {
        const effect = effectOf(side);
        if (effects.isPlain(effect)) denies = true;
        if (effect !== SILENT) say(effect);
      }
      say(END);
    });
    const allows = sayings.identity.allow.some((side) => effects.speaks(effectOf(side)));
    return { number: sayings.boundary === undefined ? number : world.sequences.add(number, END), allows, denies };
  };
  const rest = voice((side) => side.rest);
  const positions = new Set<number>();
  for (const { listed } of all) for (const position of listed.keys()) positions.add(position);
  const listed = new Map<number, Voice>();
  for (const position of positions) {
    const own = voice((side) => side.listed.get(position) ?? side.rest);
    if (own.number !== rest.number) listed.set(position, own);
  }
  return { rest, listed };
}

/** No effect has this number. */
const END = 2 ** 26 - 1;

/** Of statements that allow, those that count: beside one that allows outright only those that the caller can write for. */
function counting(allowing: readonly number[], effects: Effects): readonly number[] {
  const plain = allowing.find((effect) => effects.isPlain(effect));
  if (plain === undefined) return allowing.filter((effect) => effect !== SILENT);
  return [plain, ...allowing.filter((effect) => effects.isWritable(effect))];
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
