import type { ListValue, MapValue, Value } from '../../../model/value.ts';
import { casesOfValue, mapCases } from '../../cloudformation/value-case.ts';
import { setValue } from '../functions/function.ts';
import type { Scope } from './scope.ts';
import { isCollection, isSet } from './special.ts';

/** Alternatives and items of the other value that are looked at. */
const MOST_LOOKED_AT = 20;

/** May the type of another value change this one? Only then is that one worth evaluating. */
export function isConvertible(value: Value, budget = { parts: 200 }): boolean {
  budget.parts -= 1;
  if (budget.parts <= 0) return false;
  if (value.kind === 'literal') return typeof value.value === 'number' || typeof value.value === 'boolean';
  if (value.kind === 'choice') return value.options.some((option) => isConvertible(option.value, budget));
  if (!isCollection(value)) return false;
  if (value.kind === 'list') return value.items.length > 0 && !isSet(value);
  for (const entry of value.entries.values()) if (isConvertible(entry, budget)) return true;
  return false;
}

/**
 * A value as the type that it has in common with another one makes it, as the results of a conditional have it: a number
 * beside a string becomes a string, also inside lists and maps, and a list beside a set becomes a set. What Terraform
 * would refuse stays as it is.
 * Source: https://developer.hashicorp.com/terraform/language/expressions/conditionals, "Result Types".
 */
export function unified(value: Value, other: Value, scope: Scope): Value {
  const others = casesOfValue(other).slice(0, MOST_LOOKED_AT);
  return mapCases(value, value.origin, (one) =>
    others.reduce((changed, next) => unifiedOne(changed, next.value, scope), one),
  );
}

function unifiedOne(value: Value, other: Value, scope: Scope): Value {
  if (value.kind === 'literal') return isString(other) ? asString(value) : value;
  if (!isCollection(value) || !isCollection(other)) return value;
  if (value.kind === 'list') return other.kind === 'list' ? unifiedList(value, other, scope) : value;
  return other.kind === 'map' ? unifiedMap(value, other, scope) : value;
}

function unifiedList(value: ListValue, other: ListValue, scope: Scope): Value {
  const pairwise = value.items.length === other.items.length;
  const all = pairwise ? [] : [...other.items, ...value.items].slice(0, MOST_LOOKED_AT);
  const items = value.items.map((item, at) => {
    const same = other.items[at];
    return pairwise && same !== undefined ? unified(item, same, scope) : withAll(item, all, scope);
  });
  if (!isSet(other) || isSet(value)) return { ...value, items };
  return setValue(items, [value], { ...scope, origin: value.origin, name: 'toset' }, value.open);
}

function unifiedMap(value: MapValue, other: MapValue, scope: Scope): Value {
  const pairwise =
    value.entries.size === other.entries.size && [...value.entries.keys()].every((key) => other.entries.has(key));
  const all = pairwise ? [] : [...other.entries.values(), ...value.entries.values()].slice(0, MOST_LOOKED_AT);
  const entries = [...value.entries].map(([key, entry]) => {
    const same = other.entries.get(key);
    return [key, pairwise && same !== undefined ? unified(entry, same, scope) : withAll(entry, all, scope)] as const;
  });
  return { ...value, entries: new Map(entries) };
}

function withAll(value: Value, others: readonly Value[], scope: Scope): Value {
  return others.reduce((changed, other) => unified(changed, other, scope), value);
}

function isString(value: Value): boolean {
  return value.kind === 'text' || (value.kind === 'literal' && typeof value.value === 'string');
}

function asString(value: Extract<Value, { kind: 'literal' }>): Value {
  return value.value === null || typeof value.value === 'string' ? value : { ...value, value: String(value.value) };
}
