import type { Known } from '../model/fact.ts';
import type { Origin } from '../model/origin.ts';
import type { Resource } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { descend } from './answer.ts';
import { resourceType } from './resource-type.ts';

/**
 * An answer that was put together from several properties, as it stands for one of them: its place, and the parameters
 * that this one hangs on. Answers that other resources take part in, and paths through lists, stay as they are.
 */
export function narrowedTo<T>(fact: Known<T>, resource: Resource, path: string): Known<T> {
  if (fact.origins.length < 2 && fact.assumes.length < 2) return fact;
  if (!isPathOf(resource, path) || !isOwn(fact.origins, resource) || leadsThroughList(resource.properties, path))
    return fact;
  const value = descend(resource.properties, path.split('.'));
  if (value === undefined || value.kind === 'absent')
    return { kind: 'known', value: fact.value, basis: 'default', origins: [resource.origin], assumes: [] };
  if (value.kind === 'choice' || value.kind === 'unknown') return fact;
  const parts = partsOf(value);
  const assumes = [...new Set(parts.flatMap(({ defaults }) => defaults ?? []))];
  const basis = assumes.length > 0 ? 'default' : 'explicit';
  return { kind: 'known', value: fact.value, basis, origins: [value.origin], assumes };
}

/** A path of property names, as published for the type. */
function isPathOf({ type }: Resource, path: string): boolean {
  const [first = ''] = path.split('.');
  return /^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/.test(path) && (resourceType(type)?.properties ?? []).includes(first);
}

function leadsThroughList(properties: Value, path: string): boolean {
  const steps = path.split('.');
  return steps.some((_, at) => at > 0 && descend(properties, steps.slice(0, at))?.kind === 'list');
}

const remembered = new WeakMap<Resource, ReadonlySet<Origin>>();

/** Do all places lie in the resource itself? */
function isOwn(origins: readonly Origin[], resource: Resource): boolean {
  const own =
    remembered.get(resource) ?? new Set([resource.origin, ...partsOf(resource.properties).map(({ origin }) => origin)]);
  remembered.set(resource, own);
  return origins.every((origin) => own.has(origin));
}

/** The value and everything in it. */
function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return [value, ...value.items.flatMap(partsOf)];
  if (value.kind === 'map') return [value, ...[...value.entries.values()].flatMap(partsOf)];
  if (value.kind === 'choice') return [value, ...value.options.flatMap((option) => partsOf(option.value))];
  return [value];
}
