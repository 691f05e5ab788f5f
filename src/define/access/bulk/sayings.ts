import type { ActionName } from '../compile/action-matcher.ts';
import { type DocumentCode, type PolicyCode, speaksOf } from '../compile/policy-code.ts';
import { LONG, type Mention, type Mentions, MOST_STATEMENTS } from './action-index.ts';
import { EMPTY, remember } from './numbers.ts';
import { type Pair, pairOf } from './pairs.ts';
import type { Person } from './people.ts';
import {
  type DocumentSaid,
  documentSaid,
  LIST,
  type Listening,
  type Memory,
  NO_LIST,
  type PolicySaid,
  plainSaid,
  policySaid,
} from './said.ts';
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

/** The limits of an organization as one of those sees them who are under them. */
export interface Limits {
  readonly levels: readonly Pair[];
  readonly number: number;
}

/** What everybody's policies say of one action. */
export interface Speakers {
  /** 1 for the places of those about whom a policy of theirs says something. */
  readonly loud: Uint8Array;
  limitsFor(levels: Levels, person: Person): Limits;
  /** The number of somebody's sayings, without building them. */
  numberFor(person: Person, limits: Limits): number;
  sayingsFor(person: Person, number: number, limits: Limits): Sayings;
}

type Levels = readonly (readonly PolicyCode[])[];

interface Hearing extends Listening {
  /** By attachment: the number of what it says, 0 for nothing, `DEPENDS` where that is another thing for others. */
  readonly said: Int32Array;
  readonly documents: Map<DocumentCode, DocumentSaid>;
  /** Levels of an organization that say the same to all. */
  readonly levels: Map<readonly PolicyCode[], Pair>;
}

const DEPENDS = -1;

export function speakersFor(
  world: World,
  asked: {
    readonly sides: Sides;
    readonly action: ActionName;
    readonly memory: Memory;
    readonly mentions: Mentions;
    /** Equal for actions of which the organization says the same. */
    readonly limits: string;
  },
): Speakers {
  const { all, attachments } = world.people;
  const said = new Int32Array(attachments.all.length);
  const hearing: Hearing = { world, ...asked, said, documents: new Map(), levels: new Map() };
  const loud = new Uint8Array(all.length);
  for (const [document, mention] of asked.mentions) hear(hearing, loud, document, mention);
  for (const number of attachments.unread) hearing.said[number] = DEPENDS;
  for (const place of attachments.unreadHolders) loud[place] = 1;
  const limited = remember(asked.memory.limits, asked.limits, (): (Limits | undefined)[] => []);
  return {
    loud,
    limitsFor(levels, person) {
      const limits = limited[person.place] ?? limitsOf(hearing, levels, person);
      limited[person.place] = limits;
      return limits;
    },
    numberFor: (person, limits) => numberFor(hearing, person, limits),
    sayingsFor: (person, number, { levels }) =>
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

function numberFor(hearing: Hearing, person: Person, limits: Limits): number {
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
  return sequences.add(sequences.add(number, standing.isBounded ? LIST : NO_LIST), limits.number);
}

function sayingsOf(hearing: Hearing, person: Person, number: number, levels: readonly Pair[]): Sayings {
  const { held, starts, boundaries } = hearing.world.people.attachments;
  const bounds = boundaries[person.place];
  const list = (from = 0, to = 0) => {
    const said: (PolicySaid | undefined)[] = [];
    for (let at = from; at < to; at += 1) said.push(saidIn(hearing, held[at] ?? 0, person));
    return together(hearing, said);
  };
  return {
    identity: list(starts[person.place], bounds),
    boundary: person.standing.isBounded ? list(bounds, starts[person.place + 1]) : undefined,
    levels,
    number,
  };
}

/** One list for all who are said the same. */
function together({ world, memory }: Listening, said: readonly (PolicySaid | undefined)[]): Pair {
  let number = EMPTY;
  for (const one of said) if (one !== undefined && one.number !== 0) number = world.sequences.add(number, one.number);
  return remember(memory.pairs, number, () => {
    const allow: Side[] = [];
    const deny: Side[] = [];
    for (const one of said) {
      for (const side of one?.allow ?? []) allow.push(side);
      for (const side of one?.deny ?? []) deny.push(side);
    }
    return pairOf(world, number, allow, deny);
  });
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

function limitsOf(hearing: Hearing, levels: Levels, person: Person): Limits {
  const pairs = levels.map((policies) => levelFor(hearing, policies, person));
  let number = EMPTY;
  for (const pair of pairs) number = hearing.world.sequences.add(number, pair.number);
  return { levels: pairs, number };
}

/** What the policies of an organization's level say; most say the same to all. */
function levelFor(hearing: Hearing, policies: readonly PolicyCode[], person: Person): Pair {
  const before = hearing.levels.get(policies);
  if (before !== undefined) return before;
  const pair = together(
    hearing,
    policies.map((policy) => limitSaid(hearing, policy, person)),
  );
  const isSame = policies.every(({ document }) => hearing.documents.get(document)?.names.length === 0);
  if (isSame) hearing.levels.set(policies, pair);
  return pair;
}

function limitSaid(hearing: Hearing, policy: PolicyCode, person: Person): PolicySaid {
  const { documents, action } = hearing;
  const { document } = policy;
  if (!documents.has(document)) documents.set(document, documentSaid(hearing, document, mentionIn(document, action)));
  return saidTo(hearing, policy, person);
}

function mentionIn({ all }: DocumentCode, action: ActionName): Mention {
  if (all.length > MOST_STATEMENTS) return LONG;
  return all.reduce((mention, code, at) => (speaksOf(code, action) ? mention | (1 << at) : mention), 0);
}
