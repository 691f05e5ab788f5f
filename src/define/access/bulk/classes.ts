import type { ActionName } from '../compile/action-matcher.ts';
import type { DocumentCode, PolicyCode } from '../compile/policy-code.ts';
import { hasOpenActions, LONG, type Mention, type Mentions } from './action-index.ts';
import { type Speech, speeches } from './forms.ts';
import type { Grouping } from './grouping.ts';
import { EMPTY, remember } from './numbers.ts';
import type { Person } from './people.ts';
import { SILENT, type Side, type Sides } from './sides.ts';
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

/** What a policy says of an action, and a number that is equal for what says the same. */
interface PolicySaid extends Pair {
  readonly number: number;
}

/** Principals who may do the same to every resource, apart from those that name them. */
export interface Class {
  readonly sayings: Sayings;
  /** Any one of the principals. */
  readonly person: Person;
  /** How statements of resources that ask for single principals see them. */
  readonly told: number;
  /** Ascending. */
  members(): readonly Person[];
}

/** All principals in classes. */
export interface Classes {
  readonly all: readonly Class[];
  classOf(person: Person): Class | undefined;
}

/** What is known over all actions. */
export interface Memory {
  readonly sayings: Map<number, Sayings>;
  /** What documents say, by the statements of them that speak. */
  readonly documents: Map<DocumentCode, Map<Mention, DocumentSaid>>;
}

/** What a document says to whom, by the values of the keys that its statements ask for. */
interface DocumentSaid {
  readonly names: readonly string[];
  readonly byValues: Map<number, PolicySaid>;
}

export function createMemory(): Memory {
  return { sayings: new Map(), documents: new Map() };
}

interface Sorting {
  readonly world: World;
  readonly sides: Sides;
  readonly action: ActionName;
  readonly grouping: Grouping;
  readonly memory: Memory;
  /** The documents that say something of the action. */
  readonly said: Map<DocumentCode, DocumentSaid>;
}

/** All principals, sorted by what they may do. Looks at those only about whom something is said of the action. */
export function classesOf(
  world: World,
  asked: {
    readonly sides: Sides;
    readonly action: ActionName;
    readonly grouping: Grouping;
    readonly memory: Memory;
    readonly mentions: Mentions;
  },
): Classes {
  const sorting: Sorting = { world, ...asked, said: new Map() };
  const touched = touchedBy(sorting, asked.mentions);
  const sorted: Sorted = { telling: tellingFor(sorting), building: new Map(), classes: new Map(), quiet: new Map() };
  for (const [standing, everybody] of world.people.byStanding)
    sortStanding(sorting, sorted, { standing, everybody, loud: touched.get(standing) ?? nobody });
  const { building, classes, quiet } = sorted;
  for (const one of building.values()) one.list.sort((left, right) => left.at - right.at);
  return {
    all: [...building.values(), ...quiet.values()],
    classOf: (person) => classes.get(person) ?? quiet.get(person.standing),
  };
}

type Growing = Class & { readonly list: Person[] };

/** Classes while they are found. */
interface Sorted {
  readonly telling: readonly Telling[];
  readonly building: Map<number, Growing>;
  readonly classes: Map<Person, Class>;
  /** Those about whom nothing is said, by standing. */
  readonly quiet: Map<number, Class>;
}

interface Standing {
  readonly standing: number;
  readonly everybody: readonly Person[];
  readonly loud: ReadonlySet<Person>;
}

function sortStanding(sorting: Sorting, sorted: Sorted, { standing, everybody, loud }: Standing): void {
  const [first] = everybody;
  if (first === undefined) return;
  const levels = sorting.world.single.levels(first);
  for (const { document } of levels.flat())
    if (!sorting.said.has(document)) sorting.said.set(document, documentSaid(sorting, document, LONG));
  const isPersonal = sorted.telling.length > 0 || levels.some((policies) => asksForSingle(sorting, policies));
  for (const person of isPersonal ? everybody : loud)
    sortPerson(sorting, sorted, person, { levels, isQuiet: !loud.has(person) });
  if (isPersonal || loud.size === everybody.length) return;
  const sayings = sayingsOf(sorting, first, { levels, isQuiet: true });
  sorted.quiet.set(standing, quietClass(sayings, everybody, loud));
}

function sortPerson(
  sorting: Sorting,
  { telling, building, classes }: Sorted,
  person: Person,
  how: { readonly levels: readonly (readonly PolicyCode[])[]; readonly isQuiet: boolean },
): void {
  const { sequences } = sorting.world;
  const sayings = sayingsOf(sorting, person, how);
  const told = toldTo(sorting, telling, person);
  const key = sequences.add(sequences.add(sayings.number, person.standing), told);
  const one = remember(building, key, () => newClass(sayings, person, told));
  one.list.push(person);
  classes.set(person, one);
}

const nobody: ReadonlySet<Person> = new Set();

function newClass(sayings: Sayings, person: Person, told: number): Growing {
  const list: Person[] = [];
  return { sayings, person, told, list, members: () => list };
}

/** Those of a standing about whom nothing is said. */
function quietClass(sayings: Sayings, everybody: readonly Person[], loud: ReadonlySet<Person>): Class {
  const person = everybody.find((one) => !loud.has(one));
  if (person === undefined) throw new Error('somebody is quiet');
  return { sayings, person, told: EMPTY, members: () => everybody.filter((one) => !loud.has(one)) };
}

/** Those about whom something is said, by standing. */
function touchedBy(sorting: Sorting, mentions: Mentions): ReadonlyMap<number, ReadonlySet<Person>> {
  const { people } = sorting.world;
  const touched = new Map<number, Set<Person>>();
  const touch = (person: Person) => remember(touched, person.standing, () => new Set<Person>()).add(person);
  for (const [number, mention] of mentions) {
    const document = people.documents[number];
    if (document === undefined) continue;
    const said = documentSaid(sorting, document, mention);
    sorting.said.set(document, said);
    for (const person of people.holders(number)) touch(person);
  }
  for (const person of people.unread) touch(person);
  return touched;
}

function documentSaid({ memory, world, action }: Sorting, document: DocumentCode, mention: Mention): DocumentSaid {
  const make = (): DocumentSaid => {
    const speaking = (['Allow', 'Deny'] as const).flatMap((effect) => document.about(action, effect));
    return { names: [...new Set(speaking.flatMap((code) => world.forms.of(code).callerKeys))], byValues: new Map() };
  };
  const isTimeless = mention !== LONG && !document.all.some(hasOpenActions);
  if (!isTimeless) return make();
  return remember(
    remember(memory.documents, document, () => new Map<Mention, DocumentSaid>()),
    mention,
    make,
  );
}

function asksForSingle({ world, action }: Sorting, policies: readonly PolicyCode[]): boolean {
  return policies.some((policy) =>
    (['Allow', 'Deny'] as const).some((effect) =>
      speeches(policy, action, effect, world.forms).some(({ form }) => form.principalKeys.length > 0),
    ),
  );
}

const LIST = 1;
const NO_LIST = 2;

/** Somebody's sayings. About those who are quiet only the organization says something. */
function sayingsOf(
  sorting: Sorting,
  person: Person,
  { levels, isQuiet }: { readonly levels: readonly (readonly PolicyCode[])[]; readonly isQuiet: boolean },
): Sayings {
  const { sequences } = sorting.world;
  const { identity, boundary } = person.code;
  const own = isQuiet ? [] : saidBy(sorting, identity, person);
  const bounds = boundary === undefined || isQuiet ? [] : saidBy(sorting, boundary, person);
  const limits = levels.map((policies) => saidBy(sorting, policies, person));
  let number = EMPTY;
  const list = (said: readonly PolicySaid[]) => {
    for (const one of said) number = sequences.add(number, one.number);
    number = sequences.add(number, LIST);
  };
  list(own);
  if (boundary === undefined) number = sequences.add(number, NO_LIST);
  else list(bounds);
  for (const limit of limits) list(limit);
  return remember(sorting.memory.sayings, number, () => ({
    identity: together(own),
    boundary: boundary === undefined ? undefined : together(bounds),
    levels: limits.map(together),
    number,
  }));
}

function together(said: readonly PolicySaid[]): Pair {
  return { allow: said.flatMap(({ allow }) => allow), deny: said.flatMap(({ deny }) => deny) };
}

function saidBy(sorting: Sorting, policies: readonly PolicyCode[], person: Person): readonly PolicySaid[] {
  const result: PolicySaid[] = [];
  for (const policy of policies) {
    const said = policy.isPlain ? plainSaid(sorting, policy, person) : policySaid(sorting, policy, person);
    if (said !== undefined && said.allow.length + said.deny.length > 0) result.push(said);
  }
  return result;
}

/** What a policy says that is always attached: the same for all with the same values of what it asks for. */
function plainSaid(sorting: Sorting, policy: PolicyCode, person: Person): PolicySaid | undefined {
  const document = sorting.said.get(policy.document);
  if (document === undefined) return undefined;
  const values = document.names.length === 0 ? EMPTY : sorting.sides.valuesOf(document.names, person);
  return remember(document.byValues, values, () => policySaid(sorting, policy, person));
}

function policySaid({ world, sides, action }: Sorting, policy: PolicyCode, person: Person): PolicySaid {
  const sidesOf = (speaking: readonly Speech[]) =>
    speaking
      .map((speech) => sides.of(speech, person, action))
      .filter(({ rest, listed }) => rest !== SILENT || listed.size > 0);
  const spoken = sidesOf(speeches(policy, action, 'Allow', world.forms));
  const deny = sidesOf(speeches(policy, action, 'Deny', world.forms));
  const allow = policy.source.document.open === undefined ? spoken : [...spoken, sides.ofUnread(policy)];
  let number = EMPTY;
  for (const side of allow) number = world.sequences.add(number, side.number);
  number = world.sequences.add(number, LIST);
  for (const side of deny) number = world.sequences.add(number, side.number);
  // Above the marks of lists.
  return { allow, deny, number: number + NO_LIST + 1 };
}

/** A statement of resources, by what it says, and what it comes to for somebody. */
interface Telling {
  readonly aside: number;
  to(person: Person): number;
}

function tellingFor({ grouping, sides, action }: Sorting): readonly Telling[] {
  return grouping.telling.map(
    (speech): Telling => ({
      aside: speech.aside,
      to: (person) =>
        speech.form.resourceKeys.length > 0 || speech.form.isCircular
          ? sides.principalKey(speech.form, person)
          : sides.conditionsFor(speech, person, action),
    }),
  );
}

function toldTo({ world }: Sorting, telling: readonly Telling[], person: Person): number {
  let told = EMPTY;
  // Other actions have other statements, in another order.
  for (const { aside, to } of telling) told = world.sequences.add(world.sequences.add(told, aside), to(person));
  return told;
}
