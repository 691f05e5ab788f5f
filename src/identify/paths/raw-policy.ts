import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { Origin } from '../../model/origin.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, textKey } from '../../model/text.ts';
import { type MapValue, refsOf, textOf, type Value } from '../../model/value.ts';

/**
 * The proof checker's own reading of policies and references, straight from resolved properties. It shares nothing with
 * the engines: strings are compared as keys in which a hole is one word, and the glob is its own.
 */

/** A statement as written, under the conditions of the path. */
export interface RawStatement {
  readonly origin: Origin;
  readonly effect: string;
  readonly conditional: boolean;
  /** The strings of an element (`Action`, `NotResource` …); undefined when the statement does not have it. */
  strings(element: string): readonly string[] | undefined;
}

/** The value and everything in it that can be there under the guard. */
export function* valuesIn(value: Value | undefined, guard: Guard): Generator<Value> {
  if (value === undefined) return;
  yield value;
  if (value.kind === 'list') for (const item of value.items) yield* valuesIn(item, guard);
  if (value.kind === 'map') for (const item of value.entries.values()) yield* valuesIn(item, guard);
  if (value.kind === 'choice')
    for (const option of value.options) if (isPossible(and(guard, option.guard))) yield* valuesIn(option.value, guard);
}

/** Strings and references that stand anywhere in the value. */
export function stringsIn(value: Value | undefined, guard: Guard): readonly string[] {
  return [...valuesIn(value, guard)].flatMap((one) => {
    const text = textOf(one);
    return text === undefined ? [] : [textKey(text)];
  });
}

/** Does the value name the resource: by reference, ARN, or name? */
export function names(value: Value | undefined, resource: Resource, guard: Guard): boolean {
  const own = [resource.name, resource.arn ?? []].map(textKey).filter((key) => key !== '');
  return [...valuesIn(value, guard)].some((one) => {
    const text = textOf(one);
    return (
      refsOf(one).some((ref) => ref.resource === resource.id) || (text !== undefined && own.includes(textKey(text)))
    );
  });
}

/** Every policy statement under a property; documents may be given as JSON text. */
export function statementsUnder(value: Value | undefined, guard: Guard): readonly RawStatement[] {
  return [...valuesIn(value, guard)].flatMap((one): readonly RawStatement[] => {
    if (one.kind === 'map' && one.entries.has('Effect')) return [ofMap(one, guard)];
    const text = textOf(one);
    return text === undefined || !textKey(text).includes('"Statement"') ? [] : ofJson(text, one.origin);
  });
}

function ofMap(map: MapValue, guard: Guard): RawStatement {
  return {
    origin: map.origin,
    effect: stringsIn(map.entries.get('Effect'), guard)[0] ?? '',
    conditional: map.entries.has('Condition') || map.open !== undefined,
    strings: (element) => (map.entries.has(element) ? stringsIn(map.entries.get(element), guard) : undefined),
  };
}

function ofJson(text: Text, origin: Origin): readonly RawStatement[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(textKey(text));
  } catch {
    return [];
  }
  const list = [(parsed as { Statement?: unknown }).Statement].flat() as readonly Record<string, unknown>[];
  return list.map((statement) => ({
    origin,
    effect: String(statement.Effect),
    conditional: 'Condition' in statement,
    strings: (element) => (element in statement ? leaves(statement[element]) : undefined),
  }));
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** Does the pattern match every string that the subject stands for? `*` in the subject is any run that somebody chooses. */
export function covers(pattern: string, subject: string): boolean {
  return meet(pattern, subject, false);
}

/** Is there a string that both stand for? */
export function overlaps(pattern: string, subject: string): boolean {
  return meet(pattern, subject, true);
}

function meet(left: string, right: string, both: boolean): boolean {
  const [a, b] = [wordsOf(left), wordsOf(right)];
  const failed = new Set<number>();
  const walk = (i: number, j: number): boolean => {
    const at = i * (b.length + 1) + j;
    if (failed.has(at)) return false;
    const [x, y] = [a[i], b[j]];
    const found =
      (x === undefined && y === undefined) ||
      (x === '*' && (walk(i + 1, j) || (y !== undefined && walk(i, j + 1)))) ||
      (both && y === '*' && (walk(i, j + 1) || (x !== undefined && walk(i + 1, j)))) ||
      (x !== undefined && y !== undefined && (x === y || x === '?') && walk(i + 1, j + 1));
    if (!found) failed.add(at);
    return found;
  };
  return walk(0, 0);
}

/** Characters, with each hole as one word. */
function wordsOf(key: string): readonly string[] {
  return key.match(/\$\$|\$\{[^}]*\}|[\s\S]/g) ?? [];
}
