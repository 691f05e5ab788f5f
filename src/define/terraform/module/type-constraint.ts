import type { Value } from '../../../model/value.ts';
import { mapCases } from '../../cloudformation/value-case.ts';
import { booleanOf, numberOf } from '../expression/number.ts';
import type { Scope } from '../expression/scope.ts';
import { failure, isCollection, isFailure, isJson } from '../expression/special.ts';
import { toText } from '../expression/text.ts';
import { type Call, setValue } from '../functions/function.ts';
import type { Expression } from '../hcl/syntax.ts';

/** The type that a variable declares. */
export type TypeConstraint =
  | { readonly kind: 'any' }
  | { readonly kind: 'string' }
  | { readonly kind: 'number' }
  | { readonly kind: 'bool' }
  | CollectionType
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, ObjectField> };

type CollectionType =
  | { readonly kind: 'list' | 'set' | 'map'; readonly of: TypeConstraint }
  | { readonly kind: 'tuple'; readonly items: readonly TypeConstraint[] };

export interface ObjectField {
  readonly type: TypeConstraint;
  readonly optional: boolean;
  readonly default?: Expression;
}

const any: TypeConstraint = { kind: 'any' };

/** Reads a type expression; what is not understood counts as `any`. */
export function typeOf(expression: Expression | undefined): TypeConstraint {
  if (expression === undefined) return any;
  if (expression.kind === 'name') return namedType(expression.name);
  if (expression.kind === 'literal') return namedType(String(expression.value));
  if (expression.kind !== 'call') return any;
  const [argument] = expression.args;
  const { name } = expression;
  if (name === 'list' || name === 'set' || name === 'map') return { kind: name, of: typeOf(argument) };
  if (name === 'tuple' && argument?.kind === 'tuple') return { kind: 'tuple', items: argument.items.map(typeOf) };
  if (name !== 'object' || argument?.kind !== 'object') return any;
  const fields = argument.items.flatMap(({ key, value }) =>
    key.kind === 'literal' ? [[String(key.value), fieldOf(value)] as const] : [],
  );
  return { kind: 'object', fields: new Map(fields) };
}

function namedType(name: string): TypeConstraint {
  switch (name) {
    case 'string':
    case 'number':
    case 'bool':
      return { kind: name };
    case 'list':
    case 'set':
    case 'map':
      return { kind: name, of: any };
    default:
      return any;
  }
}

function fieldOf(expression: Expression): ObjectField {
  if (expression.kind !== 'call' || expression.name !== 'optional')
    return { type: typeOf(expression), optional: false };
  const [type, fallback] = expression.args;
  return { type: typeOf(type), optional: true, ...(fallback !== undefined && { default: fallback }) };
}

/**
 * A value as the type has it: numbers become strings and the other way round, lists become sets, fields that are left out
 * take their defaults, others are dropped. A failure when it cannot be converted.
 * Source: https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export function converted(value: Value, type: TypeConstraint, scope: Scope): Value {
  if (type.kind === 'any') return value;
  return mapCases(value, value.origin, (one) => {
    if (isFailure(one) || one.kind === 'unknown' || one.kind === 'absent') return one;
    if (one.kind === 'literal' && one.value === null) return one;
    return convertedKnown(one, type, scope);
  });
}

function convertedKnown(value: Value, type: TypeConstraint, scope: Scope): Value {
  const { origin } = value;
  switch (type.kind) {
    case 'string':
      return isJson(value) ? value : toText(value, scope.run, origin);
    case 'number': {
      const number = numberOf(value);
      if (number === undefined) return value.kind === 'text' ? value : wrong('a number', value);
      return value.kind === 'literal' ? { ...value, value: number } : value;
    }
    case 'bool': {
      const answer = booleanOf(value);
      if (answer === undefined) return value.kind === 'text' ? value : wrong('true or false', value);
      return value.kind === 'literal' ? { ...value, value: answer } : value;
    }
    case 'object':
      return objectOf(value, type.fields, scope);
    case 'any':
      return value;
    case 'list':
    case 'set':
    case 'map':
    case 'tuple':
      return collectionOf(value, type, scope);
  }
}

function collectionOf(value: Value, type: CollectionType, scope: Scope): Value {
  if (!isCollection(value)) return wrong(`a ${type.kind}`, value);
  if (type.kind === 'map') {
    if (value.kind !== 'map') return wrong('a map', value);
    const entries = [...value.entries].map(([key, entry]) => [key, converted(entry, type.of, scope)] as const);
    const { origin, open, defaults } = value;
    return { kind: 'map', entries: new Map(entries), origin, ...(open && { open }), ...(defaults && { defaults }) };
  }
  if (value.kind !== 'list') return wrong(`a ${type.kind}`, value);
  const items = value.items.map((item, at) =>
    converted(item, type.kind === 'tuple' ? (type.items[at] ?? any) : type.of, scope),
  );
  const { origin, open, defaults } = value;
  const list: Value = { kind: 'list', items, origin, ...(open && { open }), ...(defaults && { defaults }) };
  if (type.kind !== 'set') return list;
  const call: Call = { ...scope, origin, name: 'toset' };
  return setValue(items, [list], call, open);
}

function objectOf(value: Value, fields: ReadonlyMap<string, ObjectField>, scope: Scope): Value {
  if (!isCollection(value) || value.kind !== 'map') return wrong('an object', value);
  const { origin } = value;
  const entries = new Map<string, Value>();
  for (const [name, field] of fields) {
    const given = value.entries.get(name);
    const isNull = given?.kind === 'literal' && given.value === null;
    if (given !== undefined && !(isNull && field.default !== undefined)) {
      entries.set(name, converted(given, field.type, scope));
    } else if (given === undefined && value.open !== undefined) continue;
    else if (!field.optional && given === undefined)
      return failure('wrong-type', `the attribute ${name} is missing`, origin);
    else if (field.default === undefined) entries.set(name, { kind: 'literal', value: null, origin });
    else entries.set(name, converted(scope.run.evaluate(field.default, scope), field.type, scope));
  }
  return {
    kind: 'map',
    entries,
    origin,
    ...(value.open && { open: value.open }),
    ...(value.defaults && { defaults: value.defaults }),
  };
}

function wrong(what: string, value: Value): Value {
  return failure('wrong-type', `the value is not ${what}`, value.origin);
}
