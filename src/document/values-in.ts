import type { Value } from '../model/value.ts';

/** A value inside of another. */
export interface Inner {
  readonly value: Value;
  readonly path: string;
  /** The `Name` that stands beside the value. */
  readonly named?: string;
}

/** A value and all values in it, with the path of properties to each; positions in lists do not count. */
export function* valuesIn(root: Value): Iterable<Inner> {
  const open: Inner[] = [{ value: root, path: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    for (const inner of within(next).reverse()) open.push(inner);
  }
}

function within({ value, ...at }: Inner): Inner[] {
  if (value.kind === 'list') return value.items.map((item) => ({ ...at, value: item }));
  if (value.kind === 'choice') return value.options.map((option) => ({ ...at, value: option.value }));
  if (value.kind !== 'map') return [];
  const name = value.entries.get('Name');
  const named = name?.kind === 'literal' ? { named: String(name.value) } : {};
  const prefix = at.path === '' ? '' : `${at.path}.`;
  return [...value.entries].map(([key, entry]) => ({
    value: entry,
    path: `${prefix}${key}`,
    ...(key === 'Value' && named),
  }));
}
