import type { ListValue, MapValue, Value } from '../../../model/value.ts';

/** Changes a member; `key` is that of a map's entry. */
export type ChangeMember<C> = (member: Value, key: string | undefined, context: C) => Value;

/**
 * A list or map with its members changed; itself when none is, so that what stays as it is, by far the most, costs no
 * memory. What the change needs to know comes as `context`: a function made for each list and map would cost more than
 * all else that is done with them.
 */
export function withMembers<C>(value: ListValue | MapValue, change: ChangeMember<C>, context: C): ListValue | MapValue {
  if (value.kind === 'list') {
    const items = changedItems(value.items, change, context);
    return items === undefined ? value : { ...value, items };
  }
  let entries: Map<string, Value> | undefined;
  for (const [key, entry] of value.entries) {
    const changed = change(entry, key, context);
    if (changed === entry) continue;
    entries ??= new Map(value.entries);
    entries.set(key, changed);
  }
  return entries === undefined ? value : { ...value, entries };
}

function changedItems<C>(items: readonly Value[], change: ChangeMember<C>, context: C): readonly Value[] | undefined {
  let changed: Value[] | undefined;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) continue;
    const other = change(item, undefined, context);
    if (other === item) continue;
    changed ??= [...items];
    changed[at] = other;
  }
  return changed;
}
