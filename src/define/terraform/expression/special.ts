import { isPossible } from '../../../model/guard.ts';
import type { ResourceId } from '../../../model/id.ts';
import type { Origin } from '../../../model/origin.ts';
import type { ListValue, MapValue, Reference, UnknownValue, Value } from '../../../model/value.ts';
import { expression } from '../../cloudformation/value-case.ts';

/*
 * While expressions are evaluated, some values are more than the model's words say. They are marked by one more property,
 * which later readers do not see.
 */

/** Terraform refuses to go on here; `try` and `can` see it, otherwise it is reported where the value is used. */
export interface Failure extends UnknownValue {
  readonly failure: { readonly code: string; readonly message: string };
}

/** A set: ordered, without doubles, without indices. */
export interface SetValue extends ListValue {
  readonly set: true;
}

/** A text of JSON, kept as what it was made from. */
export type JsonValue = (ListValue | MapValue) & { readonly json: true };

/** A resource, or a part of one: what it does not hold, only apply tells. */
export interface ResourceObject extends MapValue {
  readonly resource: { readonly id: ResourceId; readonly path: string };
}

/** A map of instances of which one stands for all that are not known: it has no key. */
export interface OpenInstances extends MapValue {
  readonly symbolic: Value;
}

/** The instance that stands for all that are not known. */
export function symbolicOf(value: Value): Value | undefined {
  return value.kind === 'map' && 'symbolic' in value ? (value as OpenInstances).symbolic : undefined;
}

export function failure(code: string, message: string, origin: Origin): Failure {
  const hole = expression(`failure:${code}:${message}`, 'a correction of the source');
  return { kind: 'unknown', hole, origin, failure: { code, message } };
}

export function isFailure(value: Value): value is Failure {
  return value.kind === 'unknown' && 'failure' in value;
}

export function isSet(value: Value): value is SetValue {
  return value.kind === 'list' && 'set' in value;
}

export function isJson(value: Value): value is JsonValue {
  return (value.kind === 'list' || value.kind === 'map') && 'json' in value;
}

export function asJson(value: ListValue | MapValue): JsonValue {
  return { ...value, json: true };
}

/** The values that a text of JSON was made from. */
export function withoutJson(value: JsonValue): ListValue | MapValue {
  const { json: _, ...rest } = value;
  return rest;
}

export function isResource(value: Value): value is ResourceObject {
  return value.kind === 'map' && 'resource' in value;
}

/** A list or map that is no text of JSON. */
export function isCollection(value: Value): value is ListValue | MapValue {
  return (value.kind === 'list' || value.kind === 'map') && !('json' in value);
}

/** The value without the alternatives in which Terraform would stop; a failure when there is no other. */
export function withoutFailures(value: Value): Value {
  if (value.kind !== 'choice') return value;
  const kept = value.options
    .map((option) => ({ guard: option.guard, value: withoutFailures(option.value) }))
    .filter((option) => isPossible(option.guard) && !isFailure(option.value));
  const [first] = kept;
  if (first === undefined) return value.options[0]?.value ?? value;
  if (kept.length === value.options.length) return value;
  return kept.length === 1 ? first.value : { ...value, options: kept };
}

/** Notes that a value was read from a resource, so that the reference is not lost where a plain name stands. */
export function referredTo(value: Value, reference: Reference): Value {
  if (value.kind === 'literal' || value.kind === 'text' || value.kind === 'unknown') {
    const known = value.refs ?? [];
    const same = known.some((one) => one.resource === reference.resource && one.attribute === reference.attribute);
    return same ? value : { ...value, refs: [...known, reference] };
  }
  if (value.kind === 'choice') {
    const options = value.options.map((option) => ({ ...option, value: referredTo(option.value, reference) }));
    return { ...value, options };
  }
  if (isJson(value)) return value;
  const { resource: id, attribute } = reference;
  if (value.kind === 'list') {
    const items = value.items.map((item, at) =>
      item.kind === 'map' || item.kind === 'choice'
        ? referredTo(item, { resource: id, attribute: `${attribute}.${at}` })
        : referredTo(item, reference),
    );
    return { ...value, items };
  }
  if (value.kind === 'map') return { ...value, resource: { id, path: `${attribute}.` } } as ResourceObject;
  return value;
}
