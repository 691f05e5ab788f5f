import type { ActionName } from '../compile/action-matcher.ts';
import type { PolicyCode } from '../compile/policy-code.ts';
import type { Mentions } from './action-index.ts';
import { speeches } from './forms.ts';
import type { Grouping } from './grouping.ts';
import { EMPTY } from './numbers.ts';
import type { Person, Standing } from './people.ts';
import type { Memory } from './said.ts';
import { type Limits, type Sayings, type Speakers, speakersFor } from './sayings.ts';
import type { Sides } from './sides.ts';
import type { World } from './world.ts';

/** Principals who may do the same to every resource, apart from those that name them. */
export interface Class {
  readonly sayings: Sayings;
  /** Any one of the principals. */
  readonly person: Person;
  /** How statements of resources that ask for single principals see them. */
  readonly told: number;
  /** Positions of the principals, ascending. */
  members(): readonly number[];
}

/** All principals in classes. */
export interface Classes {
  readonly all: readonly Class[];
  classOf(person: Person): Class | undefined;
}

interface Sorting {
  readonly world: World;
  readonly sides: Sides;
  readonly action: ActionName;
  readonly speakers: Speakers;
  readonly telling: readonly Telling[];
  readonly all: Class[];
  /** Classes of those about whom something is said, by the number of what they have in common. */
  readonly building: Map<number, Class & { readonly list: number[] }>;
  /** By place, without those about whom nothing is said. */
  readonly classes: (Class | undefined)[];
  /** The classes of these. */
  readonly quiet: Map<Standing, Class>;
}

/** All principals, sorted by what they may do. Asks only about those about whom something is said of the action. */
export function classesOf(
  world: World,
  asked: {
    readonly sides: Sides;
    readonly action: ActionName;
    readonly grouping: Grouping;
    readonly memory: Memory;
    readonly mentions: Mentions;
    /** Equal for actions of which the organization says the same. */
    readonly limits: string;
  },
): Classes {
  const sorting: Sorting = {
    world,
    ...asked,
    speakers: speakersFor(world, asked),
    telling: tellingFor(asked),
    all: [],
    building: new Map(),
    classes: new Array<Class | undefined>(world.people.all.length),
    quiet: new Map(),
  };
  for (const standing of world.people.standings) sortStanding(sorting, standing);
  return { all: sorting.all, classOf: ({ place, standing }) => sorting.classes[place] ?? sorting.quiet.get(standing) };
}

/** Those about whom nothing is said are one class, unless something is asked of them one by one. */
function sortStanding(sorting: Sorting, standing: Standing): void {
  const { world, speakers, telling, quiet } = sorting;
  const { members, places } = standing;
  const [first] = members;
  if (first === undefined) return;
  const levels = world.single.levels(first);
  const isLimitedOneByOne = levels.some((policies) => asksForSingle(sorting, policies));
  const isPersonal = telling.length > 0 || isLimitedOneByOne;
  const limits = speakers.limitsFor(levels, first);
  // Most are quiet about most actions, and are not looked at.
  places.forEach((place, at) => {
    const isQuiet = speakers.loud[place] === 0 && !isPersonal;
    if (isQuiet && quiet.has(standing)) return;
    const person = members[at];
    if (person === undefined) return;
    if (isQuiet) quiet.set(standing, quietClass(sorting, person, limits));
    else sortPerson(sorting, person, isLimitedOneByOne ? speakers.limitsFor(levels, person) : limits);
  });
}

function sortPerson(sorting: Sorting, person: Person, limits: Limits): void {
  const { speakers, building, classes, all } = sorting;
  const { sequences } = sorting.world;
  const number = speakers.numberFor(person, limits);
  const told = toldTo(sorting, person);
  const key = sequences.add(sequences.add(number, person.standing.number), told);
  let one = building.get(key);
  if (one === undefined) {
    const list: number[] = [];
    one = { sayings: speakers.sayingsFor(person, number, limits), person, told, list, members: () => list };
    building.set(key, one);
    all.push(one);
  }
  one.list.push(person.at);
  classes[person.place] = one;
}

/** Those of a standing about whom nothing is said. */
function quietClass({ speakers, all }: Sorting, person: Person, limits: Limits): Class {
  const number = speakers.numberFor(person, limits);
  const one: Class = {
    sayings: speakers.sayingsFor(person, number, limits),
    person,
    told: EMPTY,
    members: () => person.standing.members.filter(({ place }) => speakers.loud[place] === 0).map(({ at }) => at),
  };
  all.push(one);
  return one;
}

function asksForSingle({ world, action }: Sorting, policies: readonly PolicyCode[]): boolean {
  return policies.some((policy) =>
    (['Allow', 'Deny'] as const).some((effect) =>
      speeches(policy, action, effect, world.forms).some(({ form }) => form.principalKeys.length > 0),
    ),
  );
}

/** A statement of resources, by what it says, and what it comes to for somebody. */
interface Telling {
  readonly aside: number;
  to(person: Person): number;
}

function tellingFor({
  grouping,
  sides,
  action,
}: {
  readonly grouping: Grouping;
  readonly sides: Sides;
  readonly action: ActionName;
}): readonly Telling[] {
  return grouping.telling.map(
    ({ speech, aside }): Telling => ({
      aside,
      to: (person) =>
        speech.form.resourceKeys.length > 0 || speech.form.isCircular
          ? sides.principalKey(speech.form, person)
          : sides.conditionsFor(speech, person, action),
    }),
  );
}

function toldTo({ world, telling }: Sorting, person: Person): number {
  let told = EMPTY;
  // Other actions have other statements, in another order.
  for (const { aside, to } of telling) told = world.sequences.add(world.sequences.add(told, aside), to(person));
  return told;
}
