import { always, and, type Guard, isAlways, isPossible, never, not } from '../../../model/guard.ts';
import type { Hole } from '../../../model/text.ts';
import type { Value } from '../../../model/value.ts';
import { casesUnder, choiceOf, mapCases } from '../../cloudformation/value-case.ts';
import type { ForExpression } from '../hcl/syntax.ts';
import { computedHole, flatProvenance, withDefaults } from './computed.ts';
import { elementsOf } from './elements.ts';
import { booleanOf } from './number.ts';
import { guardOfValue } from './question.ts';
import type { Scope } from './scope.ts';
import { type Failure, failure, isFailure } from './special.ts';
import { plainString } from './text.ts';

/** Items that loops may make at once. */
export const MOST_ITEMS = 100_000;

/** Combinations of undecided conditions that are told apart. */
const MOST_CASES = 16;

/** `[for … in … : …]` and `{for … in … : … => …}`. */
export function evaluateFor(expression: ForExpression, scope: Scope): Value {
  const collection = scope.run.evaluate(expression.collection, scope);
  return mapCases(collection, expression.origin, (one) => overElements(expression, one, scope));
}

/** One pass of the loop, and under which condition it is made. */
interface Pass {
  readonly inner: Scope;
  readonly guard: Guard;
}

function overElements(expression: ForExpression, collection: Value, scope: Scope): Value {
  const { origin } = expression;
  if (isFailure(collection)) return collection;
  const elements = elementsOf(collection);
  if (elements === undefined) return overUnknown(expression, collection, scope);
  const passes: Pass[] = [];
  for (const { key, value } of elements.items) {
    const outer = expression.key === undefined ? scope.names : { name: expression.key, value: key, outer: scope.names };
    const inner: Scope = { ...scope, names: { name: expression.value, value, outer } };
    const guard = wanted(expression, inner);
    if ('kind' in guard) return guard;
    if (isPossible(guard)) passes.push({ inner, guard });
  }
  const made = madeOf(expression, collection, passes, scope);
  const { defaults } = flatProvenance([collection]);
  return mapCases(made, origin, (one) => {
    if (one.kind !== 'list' && one.kind !== 'map') return one;
    const open = one.open ?? elements.open;
    return withDefaults({ ...one, origin, ...(open !== undefined && { open }) }, defaults);
  });
}

/** Under which condition the element is taken; a failure when that fails. */
function wanted(expression: ForExpression, inner: Scope): Guard | Failure {
  if (expression.condition === undefined) return always;
  const value = inner.run.evaluate(expression.condition, inner);
  if (isFailure(value)) return value;
  const known = booleanOf(value);
  if (known !== undefined) return known ? always : never;
  if (value.kind === 'literal')
    return failure('wrong-type', 'the condition of for must be true or false', value.origin);
  return guardOfValue(value, expression.condition, inner);
}

/**
 * What the passes make, for each combination of conditions that decides which there are; beyond a bound only those that
 * are always made are told, and the result is open.
 */
function madeOf(expression: ForExpression, collection: Value, passes: readonly Pass[], scope: Scope): Value {
  const results: { readonly guard: Guard; readonly result: Result }[] = [];
  for (const { inner, guard } of passes) {
    const result = resultOf(expression, inner, scope);
    if (isFailure(result.value) && isAlways(guard)) return result.value;
    results.push({ guard, result });
  }
  const gather = (kept: readonly Result[]) =>
    expression.resultKey === undefined ? listOf(expression, kept) : mapOf(expression, kept, scope);
  const certain = results.filter(({ guard }) => isAlways(guard));
  if (certain.length === results.length) return gather(results.map(({ result }) => result));
  const cases = combinations(results);
  if (cases !== undefined)
    return choiceOf(
      cases.flatMap(({ guard, kept }) => casesUnder(guard, gather(kept))),
      expression.origin,
    );
  const made = gather(certain.map(({ result }) => result));
  if (made.kind !== 'list' && made.kind !== 'map') return made;
  return { ...made, open: made.open ?? computedHole(scope.run, 'for', [collection]) };
}

interface Case {
  readonly guard: Guard;
  readonly kept: readonly Result[];
}

/** Which results there are under which condition; undefined when there are too many combinations. */
function combinations(
  results: readonly { readonly guard: Guard; readonly result: Result }[],
): readonly Case[] | undefined {
  let cases: readonly Case[] = [{ guard: always, kept: [] }];
  for (const { guard, result } of results) {
    cases = cases.flatMap((one) =>
      [
        { guard: and(one.guard, guard), kept: [...one.kept, result] },
        { guard: and(one.guard, not(guard)), kept: one.kept },
      ].filter((next) => isPossible(next.guard)),
    );
    if (cases.length > MOST_CASES || cases.length * results.length > MOST_ITEMS) return undefined;
  }
  return cases;
}

/** What one pass makes. */
interface Result {
  readonly key?: Value;
  readonly value: Value;
}

function resultOf({ resultKey, result }: ForExpression, inner: Scope, { run }: Scope): Result {
  const value = run.evaluate(result, inner);
  return resultKey === undefined ? { value } : { key: run.evaluate(resultKey, inner), value };
}

/** Of a collection that is not known, only the shape of the result is. */
function overUnknown(expression: ForExpression, collection: Value, scope: Scope): Value {
  const { origin } = expression;
  if (collection.kind !== 'unknown')
    return failure('wrong-type', 'for goes over a list, a set or a map', expression.collection.origin);
  const hole = computedHole(scope.run, 'for', [collection]);
  const { defaults = [] } = collection;
  const base: Value =
    expression.resultKey === undefined
      ? { kind: 'list', items: [], open: hole, origin }
      : { kind: 'map', entries: new Map(), open: hole, origin };
  return withDefaults(base, defaults);
}

function listOf({ origin }: ForExpression, results: readonly Result[]): Value {
  const items = results.map(({ value }) => value);
  const failed = items.find(isFailure);
  if (failed !== undefined) return failed;
  if (items.length > MOST_ITEMS) return failure('too-large', `the loop makes over ${MOST_ITEMS} items`, origin);
  return { kind: 'list', items, origin };
}

function mapOf({ origin, group }: ForExpression, results: readonly Result[], scope: Scope): Value {
  const entries = new Map<string, Value>();
  const groups = new Map<string, Value[]>();
  let open: Hole | undefined;
  for (const { key: keyValue, value } of results) {
    if (keyValue === undefined) break;
    if (isFailure(keyValue)) return keyValue;
    if (isFailure(value)) return value;
    const key = plainString(keyValue, scope.run, origin);
    if (key === undefined) open ??= computedHole(scope.run, 'for', [keyValue, value]);
    else if (group) append(groups, key, value);
    else if (entries.has(key)) return failure('duplicate-key', `the loop makes the key ${key} twice; use ...`, origin);
    else entries.set(key, value);
  }
  for (const [key, items] of groups) entries.set(key, { kind: 'list', items, origin });
  if (entries.size > MOST_ITEMS) return failure('too-large', `the loop makes over ${MOST_ITEMS} items`, origin);
  return { kind: 'map', entries, origin, ...(open !== undefined && { open }) };
}

function append(groups: Map<string, Value[]>, key: string, value: Value): void {
  const items = groups.get(key);
  if (items === undefined) groups.set(key, [value]);
  else items.push(value);
}
