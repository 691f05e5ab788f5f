import type { ActionName } from '../compile/action-matcher.ts';
import { type DocumentCode, type PolicyCode, speaksOf } from '../compile/policy-code.ts';
import { hasOpenActions, LONG, type Mention } from './action-index.ts';
import { SILENT } from './effects.ts';
import { speechOf } from './forms.ts';
import { EMPTY, remember } from './numbers.ts';
import type { Pair } from './pairs.ts';
import type { Person } from './people.ts';
import type { Limits, Sayings } from './sayings.ts';
import type { Side, Sides } from './sides.ts';
import type { World } from './world.ts';

/** What a policy says of an action, and a number that is equal for what says the same; 0 when it says nothing. */
export interface PolicySaid {
  readonly allow: readonly Side[];
  readonly deny: readonly Side[];
  readonly number: number;
}

/** What a document says to whom, by the values of the keys that its statements ask for. */
export interface DocumentSaid {
  readonly names: readonly string[];
  readonly byValues: Map<number, PolicySaid>;
}

/** What is known over all actions. */
export interface Memory {
  readonly sayings: Map<number, Sayings>;
  /** By the statements of an organization that speak, and the place of whom they limit. */
  readonly limits: Map<string, (Limits | undefined)[]>;
  /** Lists of policies, by the sequence of what each of them says. */
  readonly pairs: Map<number, Pair>;
  /** What documents say, by the statements of them that speak. */
  readonly documents: Map<DocumentCode, Map<Mention, DocumentSaid>>;
  /** What policies say, by its number. */
  readonly policies: Map<number, PolicySaid>;
}

export function createMemory(): Memory {
  return { sayings: new Map(), limits: new Map(), pairs: new Map(), documents: new Map(), policies: new Map() };
}

/** What is needed to find out what policies say of one action. */
export interface Listening {
  readonly world: World;
  readonly sides: Sides;
  readonly action: ActionName;
  readonly memory: Memory;
}

/** Marks of lists, in sequences of what policies say: above them are the numbers of these. */
export const LIST = 1;
export const NO_LIST = 2;

const noNames: readonly string[] = [];

/** What the statements of a document say that are mentioned. */
export function documentSaid(
  { memory, world, action }: Listening,
  document: DocumentCode,
  mention: Mention,
): DocumentSaid {
  const make = (): DocumentSaid => {
    let names = noNames;
    for (const code of document.all) {
      const { callerKeys } = world.forms.of(code);
      if (callerKeys.length > 0 && speaksOf(code, action))
        names = names.length === 0 ? callerKeys : [...new Set([...names, ...callerKeys])];
    }
    return { names, byValues: new Map() };
  };
  const isTimeless = mention !== LONG && !document.all.some(hasOpenActions);
  if (!isTimeless) return make();
  return remember(
    remember(memory.documents, document, () => new Map<Mention, DocumentSaid>()),
    mention,
    make,
  );
}

/** What a policy says that is always attached: the same for all with the same values of what it asks for. */
export function plainSaid(
  listening: Listening,
  { names, byValues }: DocumentSaid,
  policy: PolicyCode,
  person: Person,
): PolicySaid {
  const values = names.length === 0 ? EMPTY : listening.sides.valuesOf(names, person);
  return remember(byValues, values, () => policySaid(listening, policy, person));
}

export function policySaid(
  { world, sides, action, memory }: Listening,
  policy: PolicyCode,
  person: Person,
): PolicySaid {
  const allow: Side[] = [];
  const deny: Side[] = [];
  for (const code of policy.document.all) {
    if (!speaksOf(code, action)) continue;
    const side = sides.of(speechOf(code, policy, action, world.forms), person, action);
    if (side.rest !== SILENT || side.listed.size > 0 || side.each !== undefined)
      (code.effect === 'Allow' ? allow : deny).push(side);
  }
  if (policy.source.document.open !== undefined) allow.push(sides.ofUnread(policy));
  if (allow.length + deny.length === 0) return silent;
  let number = EMPTY;
  for (const side of allow) number = world.sequences.add(number, side.number);
  number = world.sequences.add(number, LIST);
  for (const side of deny) number = world.sequences.add(number, side.number);
  number += NO_LIST + 1;
  return remember(memory.policies, number, () => ({ allow, deny, number }));
}

const silent: PolicySaid = { allow: [], deny: [], number: 0 };
