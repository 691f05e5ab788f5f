import type { Origin } from '../../../model/origin.ts';
import { literalOf, type Text, type TextPart } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { combine, mapCases, textValue } from '../../cloudformation/value-case.ts';
import { computed, flatProvenance, withDefaults } from './computed.ts';
import type { Run } from './scope.ts';
import { failure, isFailure, isJson } from './special.ts';

/** Longer strings come from references that double each other. */
const MOST_CHARACTERS = 1_000_000;

/** A value as Terraform makes a string of it; a failure for lists, maps and null. */
export function toText(value: Value, run: Run, origin: Origin): Value {
  return mapCases(value, origin, (one) => {
    if (isFailure(one)) return one;
    if (isJson(one)) return jsonText(one, run, origin);
    if (one.kind === 'literal') {
      if (one.value === null) return failure('null-value', 'a null value cannot be part of a string', origin);
      return typeof one.value === 'string' ? one : { ...one, value: String(one.value) };
    }
    const content = textOf(one);
    if (content === undefined) return failure('wrong-type', 'a string is required, not a list or a map', origin);
    return one.kind === 'unknown' ? textValue(content, one.origin, flatProvenance([one])) : one;
  });
}

/** The symbolic string of a value that is one, by `toText`; undefined for choices and failures. */
export function stringOf(value: Value, run: Run, origin: Origin): Text | undefined {
  const made = toText(value, run, origin);
  return isFailure(made) ? undefined : textOf(made);
}

/** The plain string of a value that is wholly known. */
export function plainString(value: Value, run: Run, origin: Origin): string | undefined {
  const content = stringOf(value, run, origin);
  return content === undefined ? undefined : literalOf(content);
}

/** Joins literals and values for every combination of their alternatives. */
export function joined(pieces: readonly (string | Value)[], run: Run, origin: Origin): Value {
  const values = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [toText(piece, run, origin)]));
  return combine(values, origin, (chosen) => {
    const failed = chosen.find(isFailure);
    if (failed !== undefined) return failed;
    const parts: TextPart[] = [];
    let next = 0;
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        append(parts, piece);
        continue;
      }
      const value = chosen[next];
      next += 1;
      for (const part of value === undefined ? [] : (textOf(value) ?? [])) append(parts, part);
    }
    return limited(parts, chosen, origin);
  });
}

/** Adjacent literals are joined at once: there may be hundreds of thousands. */
function append(parts: TextPart[], part: TextPart): void {
  const last = parts.at(-1);
  if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
  else if (part !== '') parts.push(part);
}

function limited(whole: Text, values: readonly Value[], origin: Origin): Value {
  const length = whole.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 50), 0);
  if (length > MOST_CHARACTERS)
    return failure('too-large', `the string has over ${MOST_CHARACTERS} characters; shorten it`, origin);
  return values.length === 0 && whole.length === 1
    ? { kind: 'literal', value: String(whole[0]), origin }
    : textValue(whole, origin, flatProvenance(values));
}

/**
 * A value as `jsonencode` prints it: keys sorted, no blanks, `<`, `>` and `&` escaped; holes in place.
 * Source: https://developer.hashicorp.com/terraform/language/functions/jsonencode
 */
export function jsonText(value: Value, run: Run, origin: Origin): Value {
  const pieces: (string | Value)[] = [];
  const budget = { parts: 200_000, defaults: new Set<string>() };
  if (!writeJson(value, pieces, budget, true))
    return failure('too-large', 'the JSON text has too many parts; shorten it', origin);
  const choices = pieces.filter((piece): piece is Value => typeof piece !== 'string' && piece.kind === 'choice');
  if (choices.length === 0) return withDefaults(joined(pieces, run, origin), [...budget.defaults]);
  const made = combine(choices, origin, (chosen) => {
    let next = 0;
    const settled = pieces.map((piece) => {
      if (typeof piece === 'string' || piece.kind !== 'choice') return piece;
      next += 1;
      const one = chosen[next - 1] ?? piece;
      return one.kind === 'choice' ? computed(run, 'jsonencode', [one], origin) : jsonText(one, run, origin);
    });
    return joined(settled, run, origin);
  });
  return withDefaults(made, [...budget.defaults]);
}

interface JsonBudget {
  parts: number;
  readonly defaults: Set<string>;
}

function writeJson(value: Value, into: (string | Value)[], budget: JsonBudget, top = false): boolean {
  budget.parts -= 1;
  if (budget.parts <= 0) return false;
  for (const name of value.defaults ?? []) budget.defaults.add(name);
  if (isJson(value) && !top) return writeQuoted(value, into, budget);
  if (value.kind === 'list') {
    return writeMembers(
      value.items.map((item) => ['', item] as const),
      value.open,
      ['[', ']'],
      into,
      budget,
    );
  }
  if (value.kind === 'map') {
    const entries = [...value.entries].sort(([a], [b]) => (a < b ? -1 : 1));
    const members = entries.map(([key, entry]) => [`${jsonString(key)}:`, entry] as const);
    return writeMembers(members, value.open, ['{', '}'], into, budget);
  }
  writeScalar(value, into);
  return true;
}

/** A text of JSON inside another one. */
function writeQuoted(value: Value, into: (string | Value)[], budget: JsonBudget): boolean {
  const inner: (string | Value)[] = [];
  if (!writeJson(value, inner, budget, true)) return false;
  into.push('"');
  for (const piece of inner) into.push(typeof piece === 'string' ? jsonString(piece).slice(1, -1) : piece);
  into.push('"');
  return true;
}

/** Texts stand in quotation marks with their holes; references of plain values are carried by an empty string. */
function writeScalar(value: Value, into: (string | Value)[]): void {
  if (value.kind === 'literal') {
    into.push(scalarJson(value.value));
    if (value.refs !== undefined) into.push({ ...value, value: '' });
  } else if (value.kind === 'text') {
    const { origin, refs } = value;
    into.push('"');
    for (const part of value.text)
      into.push(
        typeof part === 'string'
          ? jsonString(part).slice(1, -1)
          : { kind: 'unknown', hole: part, origin, ...(refs && { refs }) },
      );
    into.push('"');
  } else if (value.kind === 'unknown' && value.hole.kind !== 'expression' && value.hole.kind !== 'parameter') {
    // Attributes that AWS decides are strings nearly always: ids, ARNs, names.
    into.push('"', value, '"');
  } else into.push(value.kind === 'absent' ? 'null' : value);
}

function writeMembers(
  members: readonly (readonly [string, Value])[],
  open: Extract<Value, { kind: 'list' }>['open'],
  [first, last]: readonly [string, string],
  into: (string | Value)[],
  budget: JsonBudget,
): boolean {
  into.push(first);
  let comma = '';
  for (const [prefix, member] of members) {
    into.push(comma + prefix);
    comma = ',';
    if (!writeJson(member, into, budget)) return false;
  }
  if (open !== undefined) {
    const { origin } = members[0]?.[1] ?? { origin: 0 as Origin };
    into.push(comma, { kind: 'unknown', hole: open, origin });
  }
  into.push(last);
  return true;
}

function scalarJson(value: string | number | boolean | null): string {
  return typeof value === 'string' ? jsonString(value) : JSON.stringify(value);
}

function jsonString(value: string): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
