import type { ActionName } from '../compile/action-matcher.ts';
import type { DocumentCode, PolicyCode } from '../compile/policy-code.ts';
import type { Speech } from './forms.ts';
import { speeches } from './forms.ts';
import type { Grouping } from './grouping.ts';
import { EMPTY, remember } from './numbers.ts';
import type { Person } from './people.ts';
import { SILENT, type Side, type Sides } from './sides.ts';
import type { Universe } from './universe.ts';
import type { World } from './world.ts';

/** The statements that speak for somebody about an action, in the lists in which they count. */
export interface Sayings {
  readonly identity: Pair;
  /** Undefined when there is no boundary. */
  readonly boundary: Pair | undefined;
  readonly levels: readonly Pair[];
  /** Equal for equal sayings. */
  readonly number: number;
}

interface Pair {
  readonly allow: readonly Side[];
  readonly deny: readonly Side[];
}

/** Principals who may do the same to every resource, apart from those that name them. */
export interface Class {
  readonly sayings: Sayings;
  /** Any one of the principals. */
  readonly person: Person;
  /** How statements of resources that ask for single principals see them. */
  readonly told: number;
  readonly members: readonly Person[];
}

interface Sorting {
  readonly world: World;
  readonly universe: Universe;
  readonly sides: Sides;
  readonly action: ActionName;
  readonly grouping: Grouping;
  readonly spoken: Map<DocumentCode, { readonly allow: readonly Speech[]; readonly deny: readonly Speech[] }>;
}

/** All principals, sorted by what they may do. Looks at those only about whom something is said of the action. */
export function classesOf(
  world: World,
  asked: {
    readonly universe: Universe;
    readonly sides: Sides;
    readonly action: ActionName;
    readonly grouping: Grouping;
    /** Numbers of the documents that speak of the action. */
    readonly documents: readonly number[];
  },
): readonly Class[] {
  const sorting: Sorting = { world, ...asked, spoken: new Map() };
  const touched = new Set<Person>(world.people.unread);
  for (const document of asked.documents) for (const one of world.people.holders(document)) touched.add(one);
  const building = new Map<number, { sayings: Sayings; person: Person; told: number; members: Person[] }>();
  const telling = tellingFor(sorting);
  for (const [standing, members] of world.people.byStanding) {
    const [first] = members;
    if (first === undefined) continue;
    const levels = levelsOf(sorting, first);
    const everyone = telling.length > 0 || levels.some(({ isPersonal }) => isPersonal);
    const quiet = everyone ? undefined : sayingsOf(sorting, first, { levels, isQuiet: true });
    for (const person of members) {
      const isQuiet = !touched.has(person);
      const sayings = isQuiet && quiet !== undefined ? quiet : sayingsOf(sorting, person, { levels, isQuiet });
      const told = telling.length === 0 ? EMPTY : toldTo(sorting, telling, person);
      const key = world.sequences.add(world.sequences.add(sayings.number, standing), told);
      remember(building, key, () => ({ sayings, person, told, members: [] as Person[] })).members.push(person);
    }
  }
  return [...building.values()];
}

interface Level {
  readonly policies: readonly PolicyCode[];
  /** Asks for keys of single principals. */
  readonly isPersonal: boolean;
}

function levelsOf(sorting: Sorting, person: Person): readonly Level[] {
  return sorting.world.single.levels(person).map((policies) => {
    const all = policies.flatMap((policy) => [...spokenBy(sorting, policy).allow, ...spokenBy(sorting, policy).deny]);
    return { policies, isPersonal: all.some(({ form }) => form.principalKeys.length > 0) };
  });
}

function spokenBy({ spoken, world, action }: Sorting, policy: PolicyCode) {
  const make = () => ({
    allow: speeches(policy, action, 'Allow', world.forms),
    deny: speeches(policy, action, 'Deny', world.forms),
  });
  const { guard } = policy.source.document;
  return guard.length === 1 && guard[0]?.length === 0 ? remember(spoken, policy.document, make) : make();
}

function sayingsOf(
  sorting: Sorting,
  person: Person,
  { levels, isQuiet }: { readonly levels: readonly Level[]; readonly isQuiet: boolean },
): Sayings {
  const { sequences } = sorting.world;
  const said = (policies: readonly PolicyCode[]) => pairOf(sorting, policies, person);
  const { identity, boundary } = person.code;
  const pairs = {
    identity: isQuiet ? silence : said(identity),
    boundary: boundary === undefined ? undefined : isQuiet ? silence : said(boundary),
    levels: levels.map(({ policies }) => said(policies)),
  };
  let number = EMPTY;
  for (const pair of [pairs.identity, pairs.boundary, ...pairs.levels]) {
    number = sequences.add(number, pair === undefined ? NO_LIST : LIST);
    for (const { number: side } of pair?.allow ?? []) number = sequences.add(number, side + 3);
    number = sequences.add(number, LIST);
    for (const { number: side } of pair?.deny ?? []) number = sequences.add(number, side + 3);
  }
  return { ...pairs, number };
}

const silence: Pair = { allow: [], deny: [] };
const LIST = 1;
const NO_LIST = 2;

function pairOf(sorting: Sorting, policies: readonly PolicyCode[], person: Person): Pair {
  const { sides, action } = sorting;
  const allow: Side[] = [];
  const deny: Side[] = [];
  const add = (list: Side[], side: Side) => {
    if (side.rest !== SILENT || side.listed.size > 0) list.push(side);
  };
  for (const policy of policies) {
    const spoken = spokenBy(sorting, policy);
    for (const speech of spoken.allow) add(allow, sides.of({ ...speech, policy }, person, action));
    for (const speech of spoken.deny) add(deny, sides.of({ ...speech, policy }, person, action));
    if (policy.source.document.open !== undefined) allow.push(sides.ofUnread(policy));
  }
  return allow.length + deny.length === 0 ? silence : { allow, deny };
}

type Telling = (person: Person) => number;

function tellingFor({ grouping, sides, action }: Sorting): readonly Telling[] {
  return grouping.telling.map(
    (speech): Telling =>
      speech.form.resourceKeys.length > 0 || speech.form.isCircular
        ? (person) => sides.principalKey(speech, person)
        : (person) => sides.conditionsFor(speech, person, action),
  );
}

function toldTo({ world }: Sorting, telling: readonly Telling[], person: Person): number {
  let told = EMPTY;
  for (const tell of telling) told = world.sequences.add(told, tell(person));
  return told;
}
