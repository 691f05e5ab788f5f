import { isPossible } from '../../../model/guard.ts';
import type { Hole } from '../../../model/text.ts';
import type { Value } from '../../../model/value.ts';
import { mapCases } from '../../cloudformation/value-case.ts';
import type { ForExpression } from '../hcl/syntax.ts';
import { computedHole, flatProvenance, withDefaults } from './computed.ts';
import { elementsOf } from './elements.ts';
import { booleanOf } from './number.ts';
import { guardOfValue } from './question.ts';
import { bind, type Scope } from './scope.ts';
import { failure, isFailure } from './special.ts';
import { plainString } from './text.ts';

/** Items that loops may make at once. */
export const MOST_ITEMS = 100_000;

/** `[for … in … : …]` and `{for … in … : … => …}`. */
export function evaluateFor(expression: ForExpression, scope: Scope): Value {
  const collection = scope.run.evaluate(expression.collection, scope);
  return mapCases(collection, expression.origin, (one) => overElements(expression, one, scope));
}

/** One pass of the loop; `maybe` when the condition is not known. */
interface Pass {
  readonly inner: Scope;
  readonly maybe: boolean;
}

function overElements(expression: ForExpression, collection: Value, scope: Scope): Value {
  const { origin } = expression;
  if (isFailure(collection)) return collection;
  const elements = elementsOf(collection);
  if (elements === undefined) return overUnknown(expression, collection, scope);
  const passes: Pass[] = [];
  let open: Hole | undefined = elements.open;
  for (const { key, value } of elements.items) {
    const inner = bind(scope, {
      ...(expression.key !== undefined && { [expression.key]: key }),
      [expression.value]: value,
    });
    const verdict = wanted(expression, inner);
    if (verdict !== undefined && typeof verdict !== 'boolean' && verdict !== 'maybe') return verdict;
    if (verdict === 'maybe') open ??= computedHole(scope.run, 'for', [collection]);
    if (verdict === true) passes.push({ inner, maybe: false });
  }
  const made =
    expression.resultKey === undefined ? listOf(expression, passes, scope) : mapOf(expression, passes, scope);
  if (made.kind !== 'list' && made.kind !== 'map') return made;
  const placed = open === undefined ? made : { ...made, open: made.open ?? open };
  return withDefaults({ ...placed, origin }, flatProvenance([collection]).defaults);
}

/** Is the element taken? A failure when the condition fails. */
function wanted(expression: ForExpression, inner: Scope): boolean | 'maybe' | Value {
  if (expression.condition === undefined) return true;
  const value = inner.run.evaluate(expression.condition, inner);
  if (isFailure(value)) return value;
  const known = booleanOf(value);
  if (known !== undefined) return known;
  if (value.kind === 'literal')
    return failure('wrong-type', 'the condition of for must be true or false', value.origin);
  return isPossible(guardOfValue(value, expression.condition, inner)) ? 'maybe' : false;
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

function listOf(expression: ForExpression, passes: readonly Pass[], scope: Scope): Value {
  const { origin } = expression;
  const items: Value[] = [];
  for (const { inner } of passes) {
    const item = scope.run.evaluate(expression.result, inner);
    if (isFailure(item)) return item;
    items.push(item);
    if (items.length > MOST_ITEMS) return failure('too-large', `the loop makes over ${MOST_ITEMS} items`, origin);
  }
  return { kind: 'list', items, origin };
}

function mapOf(expression: ForExpression, passes: readonly Pass[], scope: Scope): Value {
  const { origin, resultKey, result, group } = expression;
  const entries = new Map<string, Value>();
  const groups = new Map<string, Value[]>();
  let open: Hole | undefined;
  for (const { inner } of passes) {
    if (resultKey === undefined) break;
    const keyValue = scope.run.evaluate(resultKey, inner);
    if (isFailure(keyValue)) return keyValue;
    const key = plainString(keyValue, scope.run, origin);
    const value = scope.run.evaluate(result, inner);
    if (isFailure(value)) return value;
    if (key === undefined) open ??= computedHole(scope.run, 'for', [keyValue, value]);
    else if (group) groups.set(key, [...(groups.get(key) ?? []), value]);
    else if (entries.has(key)) return failure('duplicate-key', `the loop makes the key ${key} twice; use ...`, origin);
    else entries.set(key, value);
  }
  for (const [key, items] of groups) entries.set(key, { kind: 'list', items, origin });
  if (entries.size > MOST_ITEMS) return failure('too-large', `the loop makes over ${MOST_ITEMS} items`, origin);
  return { kind: 'map', entries, origin, ...(open !== undefined && { open }) };
}
