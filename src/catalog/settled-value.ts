import { type Assumed, underAssumptions } from '../model/guard.ts';
import type { Resource } from '../model/resource.ts';
import { literalOf } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';
import { descend, optionsOf } from './answer.ts';

/** A property as it is when parameters have their defaults: undefined when it is not given, `unknown` when that is not told. */
export function settledValue(resource: Resource, path: string, assumed: Assumed): Value | 'unknown' | undefined {
  return settle(descend(resource.properties, path.split('.')), assumed);
}

/** Chooses among alternatives by the defaults of parameters. */
export function settle(value: Value | undefined, assumed: Assumed): Value | 'unknown' | undefined {
  const options = optionsOf(value).filter(({ guard }) => underAssumptions(guard, assumed) !== 'fails');
  const [only] = options;
  if (options.length !== 1 || only === undefined) return options.length === 0 ? undefined : 'unknown';
  if (only.value === undefined || only.value.kind === 'absent') return undefined;
  return only.value.kind === 'unknown' ? 'unknown' : only.value;
}

/** The text of a settled scalar; `unknown` for what is no text yet. */
export function settledText(resource: Resource, path: string, assumed: Assumed): string | 'unknown' | undefined {
  const value = settledValue(resource, path, assumed);
  if (value === undefined || value === 'unknown') return value;
  return literalOf(textOf(value) ?? []) ?? 'unknown';
}

/** A switch: `whenAbsent` where it is not given. */
export function settledFlag(
  resource: Resource,
  path: string,
  { assumed, whenAbsent }: { readonly assumed: Assumed; readonly whenAbsent: boolean },
): boolean | 'unknown' {
  const text = settledText(resource, path, assumed);
  if (text === undefined) return whenAbsent;
  return text === 'unknown' ? text : text.toLowerCase() === 'true';
}

/** The members of a list, settled; `unknown` when it is not told which there are. */
export function settledItems(value: Value | 'unknown' | undefined, assumed: Assumed): readonly Value[] | 'unknown' {
  if (value === undefined) return [];
  if (value === 'unknown') return value;
  if (value.kind !== 'list') return [value];
  if (value.open !== undefined) return 'unknown';
  const items: Value[] = [];
  for (const item of value.items) {
    const settled = settle(item, assumed);
    if (settled === 'unknown') return settled;
    if (settled !== undefined) items.push(settled);
  }
  return items;
}
