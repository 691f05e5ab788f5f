import { always, and, type Guard, isPossible } from '../model/guard.ts';
import type { Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';

/** A single value inside another, with what it is called there and the guard under which it is there. */
export interface NamedScalar {
  readonly name: string;
  readonly value: Value;
  readonly guard: Guard;
}

/**
 * Every single value in a value. Names are those of the innermost map, or what stands beside it under `Name`: variables
 * stand in a map by name, or in a list of names with values.
 */
export function* namedScalars(given: Value, name: string, outer: Guard = always): Generator<NamedScalar> {
  for (const { guard: inner, value } of optionsOf(given)) {
    const guard = and(outer, inner);
    if (value === undefined || value.kind === 'absent' || !isPossible(guard)) continue;
    if (value.kind === 'list') for (const item of value.items) yield* namedScalars(item, name, guard);
    else if (value.kind === 'map') {
      const label = labelIn(value.entries);
      for (const [key, entry] of value.entries)
        if (key !== label?.key) yield* namedScalars(entry, label?.name ?? key, guard);
    } else yield { name, value, guard };
  }
}

/** The name of a variable that has name and value beside each other, as CloudFormation and the JSON of APIs write them. */
function labelIn(entries: ReadonlyMap<string, Value>): { readonly key: string; readonly name: string } | undefined {
  const key = entries.has('Value') || entries.has('ValueFrom') ? 'Name' : entries.has('value') ? 'name' : undefined;
  const label = key === undefined ? undefined : entries.get(key);
  return key !== undefined && label?.kind === 'literal' ? { key, name: String(label.value) } : undefined;
}
