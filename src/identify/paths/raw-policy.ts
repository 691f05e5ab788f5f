import { and, type Guard, isPossible } from '../../model/guard.ts';
import type { Origin } from '../../model/origin.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, text, textKey } from '../../model/text.ts';
import { refsOf, textOf, type Value } from '../../model/value.ts';

/** A policy statement as it stands in resolved properties: the proof checker's own reading, shared with no engine. */
export interface RawStatement {
  readonly origin: Origin;
  readonly value: Value;
  readonly effect: string;
  readonly conditional: boolean;
  /** The strings of an element (`Action`, `NotResource` …); undefined when the statement does not have it. */
  said(element: string): readonly Text[] | undefined;
}

/** The value and everything in it that can be there under the guard. */
export function* valuesIn(value: Value | undefined, guard: Guard): Generator<Value> {
  if (value === undefined) return;
  yield value;
  if (value.kind === 'list') for (const item of value.items) yield* valuesIn(item, guard);
  if (value.kind === 'map') for (const item of value.entries.values()) yield* valuesIn(item, guard);
  if (value.kind !== 'choice') return;
  for (const option of value.options) if (isPossible(and(guard, option.guard))) yield* valuesIn(option.value, guard);
}

/** All strings in the value; what a list or map may hold besides counts as one that is not known. */
export function textsIn(value: Value | undefined, guard: Guard): readonly Text[] {
  return [...valuesIn(value, guard)].flatMap((one) => {
    const open = (one.kind === 'list' || one.kind === 'map') && one.open !== undefined ? [one.open] : undefined;
    const text = textOf(one) ?? open;
    return text === undefined ? [] : [text];
  });
}

/** Does the value name the resource: by reference, ARN, or name? */
export function names(value: Value | undefined, { id, name, arn }: Resource, guard: Guard): boolean {
  const own = [textKey(name), textKey(arn ?? name)];
  const isMeant = (one: Value) =>
    refsOf(one).some((ref) => ref.resource === id) || own.includes(textKey(textOf(one) ?? []));
  return [...valuesIn(value, guard)].some(isMeant);
}

/** Every policy statement in the value; documents may be given as JSON text. */
export function statementsIn(value: Value | undefined, guard: Guard): readonly RawStatement[] {
  return [...valuesIn(value, guard)].flatMap((one): readonly RawStatement[] => {
    if (one.kind !== 'map' || !one.entries.has('Effect')) return inJson(one);
    const said = (element: string) => (one.entries.has(element) ? textsIn(one.entries.get(element), guard) : undefined);
    return [statement(one, said)];
  });
}

/** A statement of which it is known what its elements say. */
export function statement(value: Value, said: RawStatement['said']): RawStatement {
  const conditional = said('Condition') !== undefined || (value.kind === 'map' && value.open !== undefined);
  return { origin: value.origin, value, effect: textKey(said('Effect')?.[0] ?? ['Allow']), conditional, said };
}

/** Stands around the number of a hole in JSON text; no policy has this character. */
const mark = '\uE000';

function inJson(value: Value): readonly RawStatement[] {
  const parts = textOf(value) ?? [];
  if (!parts.some((part) => typeof part === 'string' && part.includes('"Statement"'))) return [];
  const written = parts.map((part, at) => (typeof part === 'string' ? part : `${mark}${at}${mark}`)).join('');
  try {
    const list = [(JSON.parse(written) as { Statement?: unknown }).Statement].flat() as Record<string, unknown>[];
    const said = (one: Record<string, unknown>) => (element: string) =>
      element in one ? leaves(one[element], parts) : undefined;
    return list.map((one) => statement(value, said(one)));
  } catch {
    return [];
  }
}

/** The strings in it, with the holes of the text that they were written in. */
function leaves(value: unknown, parts: Text): readonly Text[] {
  if (typeof value === 'string') {
    const pieces = value.split(mark);
    return [text(...pieces.flatMap((piece, at) => (at % 2 === 0 ? [piece] : (parts[Number(piece)] ?? []))))];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((one) => leaves(one, parts)) : [];
}

/**
 * Does the pattern match whatever the subject stands for (`surely`), or something that the caller may choose (`possibly`)?
 * Both are keys of texts; a `*` or `?` of the subject is the caller's choice, and a hole is a word like any other.
 */
export function matches(pattern: string, subject: string, how: 'surely' | 'possibly'): boolean {
  const words = (key: string): readonly string[] => key.match(/\$\$|\$\{[^}]*\}|[\s\S]/g) ?? [];
  const [a, b] = [words(pattern), words(subject)];
  const isAnyOne = (word: string, at: number) => word === '?' && (at === 0 || how === 'possibly');
  const failed = new Set<number>();
  const walk = (i: number, j: number): boolean => {
    const at = i * (b.length + 1) + j;
    const [x, y] = [a[i], b[j]];
    if (failed.has(at)) return false;
    const found =
      (x === undefined && y === undefined) ||
      (x === '*' && (walk(i + 1, j) || (y !== undefined && walk(i, j + 1)))) ||
      (y === '*' && how === 'possibly' && (walk(i, j + 1) || (x !== undefined && walk(i + 1, j)))) ||
      (x !== undefined && y !== undefined && (x === y || [x, y].some(isAnyOne)) && walk(i + 1, j + 1));
    if (!found) failed.add(at);
    return found;
  };
  return walk(0, 0);
}
