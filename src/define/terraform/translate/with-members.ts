import type { ListValue, MapValue, Value } from '../../../model/value.ts';

/**
 * A list or map with its members changed; itself when none is, so that what stays as it is, by far the most, costs no
 * memory. `key` is that of a map's entry.
 */
export function withMembers(
  value: ListValue | MapValue,
  change: (member: Value, key: string | undefined) => Value,
): ListValue | MapValue {
  if (value.kind === 'list') {
    const items = changedItems(value.items, change);
    return items === undefined ? value : { ...value, items };
  }
  let entries: Map<string, Value> | undefined;
  for (const [key, entry] of value.entries) {
    const changed = change(entry, key);
    if (changed === entry) continue;
    entries ??= new Map(value.entries);
    entries.set(key, changed);
  }
  return entries === undefined ? value : { ...value, entries };
}

function changedItems(
  items: readonly Value[],
  change: (member: Value, key: string | undefined) => Value,
): readonly Value[] | undefined {
  let changed: Value[] | undefined;
  items.forEach((item, at) => {
    const other = change(item, undefined);
    if (other === item) return;
    changed ??= [...items];
    changed[at] = other;
  });
  return changed;
}
