import { always, and, type Guard, isPossible, not, or } from '../../model/guard.ts';
import type { Origin } from '../../model/origin.ts';
import { type Hole, literalOf, type Text } from '../../model/text.ts';
import { type Reference, refsOf, type Value } from '../../model/value.ts';
import { withSecretsAsHoles } from './dynamic-reference.ts';

/** One alternative of a value. */
export interface ValueCase {
  readonly guard: Guard;
  readonly value: Value;
}

/** What a computed value inherits from the values that it was computed from. */
export interface Provenance {
  readonly defaults: readonly string[];
  readonly refs: readonly Reference[];
}

/** Alternatives beyond this become one unknown: nobody reads more, and products of choices grow fast. */
const MOST_CASES = 64;

/** The alternatives of a value one by one; exclusive and complete as choices are. */
export function casesOfValue(value: Value): readonly ValueCase[] {
  if (value.kind !== 'choice') return [{ guard: always, value }];
  return value.options.flatMap((option) => casesUnder(option.guard, option.value));
}

/** The opposite of `casesOfValue`; equal alternatives are put together. */
export function choiceOf(cases: readonly ValueCase[], origin: Origin): Value {
  const [first] = cases;
  if (first === undefined) return unknownValue(expression('choice', 'the condition'), origin);
  const merged: ValueCase[] = [];
  for (const next of cases) {
    const same = merged.findIndex((kept) => sameScalar(kept.value, next.value));
    const twin = merged[same];
    if (twin === undefined) merged.push(next);
    else merged[same] = { guard: or(twin.guard, next.guard), value: twin.value };
  }
  if (merged.length === 1) return first.value;
  return { kind: 'choice', options: merged, origin };
}

function sameScalar(left: Value, right: Value): boolean {
  if (left.kind === 'absent') return right.kind === 'absent';
  if (left.kind !== 'literal' || right.kind !== 'literal' || left.value !== right.value) return false;
  return (
    JSON.stringify([left.refs ?? [], left.defaults ?? []]) === JSON.stringify([right.refs ?? [], right.defaults ?? []])
  );
}

/** Applies a function to every alternative. */
export function mapCases(value: Value, origin: Origin, change: (value: Value) => Value): Value {
  if (value.kind !== 'choice') return change(value);
  return combine([value], origin, ([only]) => (only === undefined ? value : change(only)));
}

/** Applies a function to every combination of alternatives that can hold together. */
export function combine(values: readonly Value[], origin: Origin, build: (values: readonly Value[]) => Value): Value {
  if (values.every((value) => value.kind !== 'choice')) return build(values);
  let combinations: readonly { readonly guard: Guard; readonly values: readonly Value[] }[] = [
    { guard: always, values: [] },
  ];
  for (const value of values) {
    const cases = casesOfValue(value);
    combinations = combinations.flatMap((combination) =>
      cases
        .map((next) => ({ guard: and(combination.guard, next.guard), values: [...combination.values, next.value] }))
        .filter((next) => isPossible(next.guard)),
    );
    if (combinations.length > MOST_CASES) {
      return unknownValue(expression('combination', settledByGuard(cases[0]?.guard)), origin, provenanceOf(...values));
    }
  }
  return choiceOf(
    combinations.flatMap(({ guard, values: chosen }) => casesUnder(guard, build(chosen))),
    origin,
  );
}

/** The alternatives of a value that can hold together with a guard. */
export function casesUnder(guard: Guard, value: Value): readonly ValueCase[] {
  return casesOfValue(value)
    .map((inner) => ({ guard: and(guard, inner.guard), value: inner.value }))
    .filter((inner) => isPossible(inner.guard));
}

/** `whenTrue` where the guard holds, else `whenFalse`. */
export function conditional(guard: Guard, whenTrue: () => Value, whenFalse: () => Value, origin: Origin): Value {
  const cases = [
    { guard, value: whenTrue },
    { guard: not(guard), value: whenFalse },
  ].filter((option) => isPossible(option.guard));
  return choiceOf(
    cases.flatMap((option) => casesUnder(option.guard, option.value())),
    origin,
  );
}

export function provenanceOf(...values: readonly Value[]): Provenance {
  if (values.every(isBare)) return nothing;
  const defaults = new Set<string>();
  const refs = new Map<string, Reference>();
  const visit = (value: Value) => {
    for (const name of value.defaults ?? []) defaults.add(name);
    for (const ref of refsOf(value)) refs.set(`${ref.resource} ${ref.attribute}`, ref);
    if (value.kind === 'list') value.items.forEach(visit);
    if (value.kind === 'map') for (const entry of value.entries.values()) visit(entry);
    if (value.kind === 'choice') for (const option of value.options) visit(option.value);
  };
  values.forEach(visit);
  return { defaults: [...defaults], refs: [...refs.values()] };
}

const nothing: Provenance = { defaults: [], refs: [] };

/** A scalar that was made from nothing else. */
function isBare(value: Value): boolean {
  if (value.kind === 'list' || value.kind === 'map' || value.kind === 'choice') return false;
  return value.defaults === undefined && refsOf(value).length === 0;
}

function located(origin: Origin, { defaults, refs }: Provenance) {
  return { origin, ...(defaults.length > 0 && { defaults }), ...(refs.length > 0 && { refs }) };
}

/** A string value; a literal one when nothing is open. References to secrets by name become holes. */
export function textValue(text: Text, origin: Origin, provenance: Provenance = nothing): Value {
  const safe = withSecretsAsHoles(text);
  const literal = literalOf(safe);
  if (literal !== undefined) return { kind: 'literal', value: literal, ...located(origin, provenance) };
  return { kind: 'text', text: safe, ...located(origin, provenance) };
}

export function literalValue(
  value: string | number | boolean | null,
  origin: Origin,
  provenance: Provenance = nothing,
): Value {
  return { kind: 'literal', value, ...located(origin, provenance) };
}

/** A value of which not even the shape is known. */
export function unknownValue(hole: Hole, origin: Origin, provenance: Provenance = nothing): Value {
  return { kind: 'unknown', hole, ...located(origin, provenance) };
}

export function absentValue(origin: Origin): Value {
  return { kind: 'absent', origin };
}

/** A hole for something computed from what is not known. */
export function expression(symbol: string, settledBy: string): Hole {
  return { kind: 'expression', symbol, settledBy };
}

/** Puts a value to another place of the source, where it is used. */
export function relocated(value: Value, origin: Origin): Value {
  return { ...value, origin };
}

function settledByGuard(guard: Guard | undefined): string {
  const symbol = guard?.[0]?.[0]?.symbol ?? 'the conditions';
  const parameter = /^parameter:(.*)\/([^/]+)$/.exec(symbol);
  return parameter === null ? symbol : `parameter ${parameter[2]} of ${parameter[1]}`;
}
