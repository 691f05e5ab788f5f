import type { AccessRequest, OpenCondition } from '../../../model/access.ts';
import type { ConditionControl, KeyValue } from '../../../model/caller.ts';
import { type Hole, holesOf, type Text } from '../../../model/text.ts';
import type { ActionName } from '../compile/action-matcher.ts';
import { type Subject, subjectText } from '../compile/pattern.ts';
import { fill, type Template } from '../compile/variables.ts';
import type { CallerCode } from './caller.ts';
import type { TargetCode } from './target.ts';

/** Values that a caller gives to keys that it writes, by lower-case name. */
export type Written = ReadonlyMap<string, readonly Text[] | 'absent'>;

/** A request on its way through the policies. */
export interface Request {
  readonly caller: CallerCode;
  readonly action: ActionName;
  readonly resource: Subject;
  /** Does the text stand for many things, of which the caller picks one? */
  readonly isChosen: boolean;
  readonly target: TargetCode;
  /** `key` as written, `name` in lower case. */
  keyOf(name: string, key: string): KeyValue;
  /** Open conditions on keys that the caller writes, met on the way. */
  readonly writable: Map<string, OpenCondition[]>;
  /** Patterns of Allow statements that match some of the things that the resource stands for. */
  readonly partial: Text[];
}

/** Makes a request for one text of the resource; values that are written or given come before those that follow from the rest. */
export function requestOf(
  resource: Text,
  { given, caller, action, target }: Parties,
  values: { readonly written: Written; otherwise(name: string, key: string): KeyValue },
): Request {
  // Most requests are settled without any key.
  let known =
    given.context === undefined && values.written.size === 0 ? undefined : saidOf(given.context, values.written);
  return {
    caller,
    action,
    target,
    resource: subjectText(resource),
    isChosen: chosenHole(resource) !== undefined,
    keyOf(name, key) {
      let value = known?.get(name);
      if (value === undefined) {
        value = values.otherwise(name, key);
        known ??= new Map();
        known.set(name, value);
      }
      return value;
    },
    writable: new Map(),
    partial: [],
  };
}

/** Who asks for what, and whom he asks for it. */
export interface Parties {
  readonly given: AccessRequest;
  readonly caller: CallerCode;
  readonly action: ActionName;
  readonly target: TargetCode;
}

/** What the question and the caller say of keys; of two spellings of one key the first counts. */
function saidOf(context: AccessRequest['context'], written: Written): Map<string, KeyValue> {
  const known = new Map<string, KeyValue>();
  for (const [key, value] of context ?? [])
    if (!known.has(key.toLowerCase()))
      known.set(
        key.toLowerCase(),
        keyValueOf(value === 'absent' ? value : value.map((item) => (typeof item === 'string' ? [item] : item))),
      );
  for (const [name, value] of written) known.set(name, keyValueOf(value));
  return known;
}

const absent: KeyValue = { kind: 'absent' };

function keyValueOf(values: readonly Text[] | 'absent'): KeyValue {
  return values === 'absent' ? absent : { kind: 'values', values };
}

/** The hole of a text that whoever asks fills as he likes: which object of a bucket. */
export function chosenHole(value: Text): Hole | undefined {
  return value.length === 1 && typeof value[0] === 'string'
    ? undefined
    : holesOf(value).find(({ symbol }) => /^(object|own):/.test(symbol));
}

/** Something that a statement leaves open. */
export function openPart(key: string, values: readonly Text[], control: ConditionControl = 'unknown'): OpenCondition {
  return { key, operator: 'matches', values, control };
}

/** A text of a policy with the values of its variables in this request; undefined when one has none. */
export function filledFor(template: Template, request: Request): Text | undefined {
  return fill(template, ({ key, byDefault }) => {
    const value = request.keyOf(key.toLowerCase(), key);
    if (value.kind === 'values') return value.values[0];
    if (value.kind === 'absent') return byDefault === undefined ? undefined : [byDefault];
    return (
      value.shape ?? [{ symbol: `key:${key.toLowerCase()}`, kind: 'expression', settledBy: `condition key ${key}` }]
    );
  });
}
