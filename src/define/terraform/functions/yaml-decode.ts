import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { Value } from '../../../model/value.ts';
import { type Call, literal, refused } from './function.ts';
import { yamlScalar } from './yaml-scalar.ts';

/** Collections inside each other. */
const MOST_NESTING = 100;
/** Parts with all aliases written out. */
const MOST_PARTS = 100_000;

/** A node with how many parts it has when all aliases are written out. */
interface Made {
  readonly value: Value;
  readonly parts: number;
}

interface Frame {
  readonly mapping: boolean;
  readonly anchor: string;
  readonly items: Value[];
  readonly entries: Map<string, Value>;
  readonly merged: Value[];
  key: string | undefined;
  parts: number;
}

interface Reading {
  readonly text: string;
  readonly call: Call;
  readonly args: readonly Value[];
  readonly anchors: Map<string, Made>;
  readonly stack: Frame[];
  root: Value | undefined;
  documents: number;
}

/** What is wrong with the text. */
type Refusal = string | undefined;

/** `yamldecode`: one document; the places of what is inside are those of the call. */
export function decodeYaml(text: string, call: Call, args: readonly Value[]): Value {
  const events = eventsOf(text);
  if (events === undefined) return refused('the text is not YAML', call);
  const reading: Reading = { text, call, args, anchors: new Map(), stack: [], root: undefined, documents: 0 };
  for (const event of events) {
    const refusal = take(event, reading);
    if (refusal !== undefined) return refused(refusal, call);
  }
  return reading.root ?? refused('the text has no document', call);
}

function eventsOf(text: string): readonly Event[] | undefined {
  try {
    return parseEvents(text, { maxDepth: MOST_NESTING });
  } catch {
    return undefined;
  }
}

function take(event: Event, reading: Reading): Refusal {
  switch (event.type) {
    case EVENT_ID.DOCUMENT:
      reading.documents += 1;
      return reading.documents > 1 ? 'the text has more than one document' : undefined;
    case EVENT_ID.SCALAR:
      return scalar(event, reading);
    case EVENT_ID.ALIAS: {
      const made = reading.anchors.get(slice(reading, event.anchorStart, event.anchorEnd));
      return made === undefined ? 'an alias has no anchor' : place(made, undefined, reading);
    }
    case EVENT_ID.POP:
      return close(reading);
    default: {
      const tag = slice(reading, event.tagStart, event.tagEnd);
      const anchor = slice(reading, event.anchorStart, event.anchorEnd);
      const mapping = event.type === EVENT_ID.MAPPING;
      reading.stack.push({ mapping, anchor, items: [], entries: new Map(), merged: [], key: undefined, parts: 1 });
      return tag === '' || tag === '!!map' || tag === '!!seq' ? undefined : `the tag ${tag} is not known`;
    }
  }
}

/** Ends the innermost collection; the end of a document has none. */
function close(reading: Reading): Refusal {
  const frame = reading.stack.pop();
  if (frame === undefined) return undefined;
  const { origin } = reading.call;
  const { items, entries, parts } = frame;
  for (const from of frame.merged) {
    if (from.kind !== 'map') return 'only mappings can be merged with <<';
    for (const [key, value] of from.entries) if (!entries.has(key)) entries.set(key, value);
  }
  const value: Value = frame.mapping ? { kind: 'map', entries, origin } : { kind: 'list', items, origin };
  if (frame.anchor !== '') reading.anchors.set(frame.anchor, { value, parts });
  return place({ value, parts }, undefined, reading);
}

/** Tags that say what a plain scalar is anyway, or that it is a string. */
const scalarTags: ReadonlySet<string> = new Set([
  '',
  '!',
  '!!str',
  '!!int',
  '!!float',
  '!!bool',
  '!!null',
  '!!timestamp',
  '!!binary',
]);

function scalar(event: ScalarEvent, reading: Reading): Refusal {
  const tag = slice(reading, event.tagStart, event.tagEnd);
  if (!scalarTags.has(tag)) return `the tag ${tag} is not known`;
  const source = event.valueStart < 0 ? '' : getScalarValue(reading.text, event);
  const plain = event.style === SCALAR_STYLE.PLAIN && tag !== '!' && tag !== '!!str' && tag !== '!!binary';
  const content = plain ? yamlScalar(source) : source;
  if (content === undefined) return `${source} is no value`;
  const made = { value: literal(content, reading.args, reading.call), parts: 1 };
  const anchor = slice(reading, event.anchorStart, event.anchorEnd);
  if (anchor !== '') reading.anchors.set(anchor, made);
  return place(made, plain && source === '<<' ? '<<' : undefined, reading);
}

/** Puts a finished node where the collection around it wants one; `merge` when it is the key `<<`. */
function place({ value, parts }: Made, merge: '<<' | undefined, reading: Reading): Refusal {
  const frame = reading.stack.at(-1);
  if (frame === undefined) {
    reading.root = value;
    return undefined;
  }
  frame.parts += parts;
  if (frame.parts > MOST_PARTS) return `it has over ${MOST_PARTS} parts`;
  if (!frame.mapping) frame.items.push(value);
  else if (frame.key === undefined) {
    if (value.kind !== 'literal' || value.value === null) return 'a key is no string';
    frame.key = merge === undefined ? `k${value.value}` : merge;
  } else {
    if (frame.key === '<<') frame.merged.push(...(value.kind === 'list' ? value.items : [value]));
    else frame.entries.set(frame.key.slice(1), value);
    frame.key = undefined;
  }
  return undefined;
}

function slice(reading: Reading, start: number, end: number): string {
  return start < 0 ? '' : reading.text.slice(start, end);
}
