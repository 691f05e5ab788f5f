import type { ActionName } from '../compile/action-matcher.ts';
import { type DocumentCode, type PolicyCode, speaksOf } from '../compile/policy-code.ts';
import { hasOpenActions, LONG, type Mention, type Mentions } from './action-index.ts';
import { SILENT } from './effects.ts';
import { speechOf } from './forms.ts';
import { EMPTY, remember } from './numbers.ts';
import type { Person } from './people.ts';
import type { Side, Sides } from './sides.ts';
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

export interface Pair {
  readonly allow: readonly Side[];
  readonly deny: readonly Side[];
}

/** What a policy says of an action, and a number that is equal for what says the same; 0 when it says nothing. */
interface PolicySaid extends Pair {
  readonly number: number;
}

/** What a document says to whom, by the values of the keys that its statements ask for. */
interface DocumentSaid {
  readonly names: readonly string[];
  readonly byValues: Map<number, PolicySaid>;
}

/** What is known over all actions. */
export interface Memory {
  readonly sayings: Map<number, Sayings>;
  /** What documents say, by the statements of them that speak. */
  readonly documents: Map<DocumentCode, Map<Mention, DocumentSaid>>;
  /** What policies say, by its number. */
  readonly policies: Map<number, PolicySaid>;
}

export function createMemory(): Memory {
  return { sayings: new Map(), documents: new Map(), policies: new Map() };
}

/** What everybody's policies say of one action. */
export interface Speakers {
  /** 1 for the places of those about whom a policy of theirs says something. */
  readonly loud: Uint8Array;
  /** The limits of an organization as one of those sees them who are under them, for `numberFor`. */
  limitsFor(levels: Levels, person: Person): number;
  /** The number of somebody's sayings, without building them. */
  numberFor(person: Person, limits: number): number;
  sayingsFor(person: Person, number: number, levels: Levels): Sayings;
}

type Levels = readonly (readonly PolicyCode[])[];

interface Hearing {
  readonly world: World;
  readonly sides: Sides;
  readonly action: ActionName;
  readonly memory: Memory;
  /** By attachment: the number of what it says, 0 for nothing, `DEPENDS` where that is another thing for others. */
  readonly said: Int32Array;
  readonly documents: Map<DocumentCode, DocumentSaid>;
}

const DEPENDS = -1;
const LIST = 1;
const NO_LIST = 2;

export function speakersFor(
  world: World,
  asked: { readonly sides: Sides; readonly action: ActionName; readonly memory: Memory; readonly mentions: Mentions },
): Speakers {
  const { all, attachments } = world.people;
  const hearing: Hearing = { world, ...asked, said: new Int32Array(attachments.all.length), documents: new Map() };
  const loud = new Uint8Array(all.length);
  for (const [document, mention] of asked.mentions) hear(hearing, loud, document, mention);
  for (const number of attachments.unread) hearing.said[number] = DEPENDS;
  for (const place of attachments.unreadHolders) loud[place] = 1;
  return {
    loud,
    limitsFor(levels, person) {
      let number = EMPTY;
      for (const policies of levels)
        number = world.sequences.add(addAll(hearing, number, saidBy(hearing, policies, person)), LIST);
      return number;
    },
    numberFor: (person, limits) => numberFor(hearing, person, limits),
    sayingsFor: (person, number, levels) =>
      remember(asked.memory.sayings, number, () => sayingsOf(hearing, person, number, levels)),
  };
}

/** Asks what a document says that speaks of the action, and marks those who have it. */
function hear(hearing: Hearing, loud: Uint8Array, number: number, mention: Mention): void {
  const { attachments, all } = hearing.world.people;
  const document = attachments.documents[number];
  const holders = attachments.holders[number] ?? [];
  const first = all[holders[0] ?? -1];
  if (document === undefined || first === undefined) return;
  const said = documentSaid(hearing, document, mention);
  hearing.documents.set(document, said);
  for (const attachment of attachments.ofDocument[number] ?? []) {
    const policy = attachments.all[attachment]?.policy;
    if (policy === undefined) continue;
    const isSame = policy.isPlain && said.names.length === 0;
    hearing.said[attachment] = isSame ? plainSaid(hearing, said, policy, first).number : DEPENDS;
  }
  for (const place of holders) loud[place] = 1;
}

function documentSaid({ memory, world, action }: Hearing, document: DocumentCode, mention: Mention): DocumentSaid {
  const make = (): DocumentSaid => {
    const names = new Set<string>();
    for (const code of document.all) {
      const { callerKeys } = world.forms.of(code);
      if (callerKeys.length > 0 && speaksOf(code, action)) for (const name of callerKeys) names.add(name);
    }
    return { names: [...names], byValues: new Map() };
  };
  const isTimeless = mention !== LONG && !document.all.some(hasOpenActions);
  if (!isTimeless) return make();
  return remember(
    remember(memory.documents, document, () => new Map<Mention, DocumentSaid>()),
    mention,
    make,
  );
}

function numberFor(hearing: Hearing, person: Person, limits: number): number {
  const { said, world } = hearing;
  const { sequences } = world;
  const { held, starts, boundaries } = world.people.attachments;
  const { place, standing } = person;
  const bounds = boundaries[place] ?? 0;
  const end = starts[place + 1] ?? 0;
  let number = EMPTY;
  for (let at = starts[place] ?? 0; at < end; at += 1) {
    if (at === bounds) number = sequences.add(number, LIST);
    const attachment = held[at] ?? 0;
    const one = said[attachment] ?? 0;
    const own = one === DEPENDS ? (saidIn(hearing, attachment, person)?.number ?? 0) : one;
    if (own !== 0) number = sequences.add(number, own);
  }
  return sequences.add(sequences.add(number, standing.isBounded ? LIST : NO_LIST), limits);
}

function sayingsOf(hearing: Hearing, person: Person, number: number, levels: Levels): Sayings {
  const { held, starts, boundaries } = hearing.world.people.attachments;
  const start = starts[person.place];
  const bounds = boundaries[person.place];
  const list = (from = 0, to = 0) => {
    const said: (PolicySaid | undefined)[] = [];
    for (let at = from; at < to; at += 1) said.push(saidIn(hearing, held[at] ?? 0, person));
    return together(said);
  };
  return {
    identity: list(start, bounds),
    boundary: person.standing.isBounded ? list(bounds, starts[person.place + 1]) : undefined,
    levels: levels.map((policies) => together(saidBy(hearing, policies, person))),
    number,
  };
}

function together(said: readonly (PolicySaid | undefined)[]): Pair {
  const allow: Side[] = [];
  const deny: Side[] = [];
  for (const one of said) {
    if (one === undefined) continue;
    for (const side of one.allow) allow.push(side);
    for (const side of one.deny) deny.push(side);
  }
  return { allow, deny };
}

/** What one of somebody's attachments says; undefined when its document does not speak of the action. */
function saidIn(hearing: Hearing, attachment: number, person: Person): PolicySaid | undefined {
  const said = hearing.said[attachment] ?? 0;
  if (said > 0) return hearing.memory.policies.get(said);
  const policy = hearing.world.people.attachments.all[attachment]?.policy;
  return said === DEPENDS && policy !== undefined ? saidTo(hearing, policy, person) : undefined;
}

function saidTo(hearing: Hearing, policy: PolicyCode, person: Person): PolicySaid {
  const said = policy.isPlain ? hearing.documents.get(policy.document) : undefined;
  return said === undefined ? policySaid(hearing, policy, person) : plainSaid(hearing, said, policy, person);
}

/** What a policy says that is always attached: the same for all with the same values of what it asks for. */
function plainSaid(
  hearing: Hearing,
  { names, byValues }: DocumentSaid,
  policy: PolicyCode,
  person: Person,
): PolicySaid {
  const values = names.length === 0 ? EMPTY : hearing.sides.valuesOf(names, person);
  return remember(byValues, values, () => policySaid(hearing, policy, person));
}

/** What the policies of an organization's level say. */
function saidBy(hearing: Hearing, policies: readonly PolicyCode[], person: Person): readonly PolicySaid[] {
  return policies.map((policy) => {
    const { documents } = hearing;
    if (!documents.has(policy.document)) documents.set(policy.document, documentSaid(hearing, policy.document, LONG));
    return saidTo(hearing, policy, person);
  });
}

function addAll({ world }: Hearing, before: number, said: readonly PolicySaid[]): number {
  let number = before;
  for (const one of said) if (one.number !== 0) number = world.sequences.add(number, one.number);
  return number;
}

function policySaid({ world, sides, action, memory }: Hearing, policy: PolicyCode, person: Person): PolicySaid {
  const allow: Side[] = [];
  const deny: Side[] = [];
  for (const code of policy.document.all) {
    if (!speaksOf(code, action)) continue;
    const side = sides.of(speechOf(code, policy, action, world.forms), person, action);
    if (side.rest !== SILENT || side.listed.size > 0 || side.each !== undefined) (code.effect === 'Allow' ? allow : deny).push(side);
  }
  if (policy.source.document.open !== undefined) allow.push(sides.ofUnread(policy));
  if (allow.length + deny.length === 0) return silent;
  let number = EMPTY;
  for (const side of allow) number = world.sequences.add(number, side.number);
  number = world.sequences.add(number, LIST);
  for (const side of deny) number = world.sequences.add(number, side.number);
  // Above the marks of lists.
  number += NO_LIST + 1;
  return remember(memory.policies, number, () => ({ allow, deny, number }));
}

const silent: PolicySaid = { allow: [], deny: [], number: 0 };
