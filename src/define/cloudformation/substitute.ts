import { soleFunction } from './function-call.ts';
import type { MappingEntry, Node } from './node.ts';

/**
 * A copy of a node with a loop variable replaced by an item: `${Name}`, `&{Name}` (letters and digits only) and
 * `Ref: Name`, in keys too. Undefined when `most` nodes have been made in this run.
 */
export function substitute(
  node: Node,
  name: string,
  item: string,
  counter: { expanded: number },
  most: number,
): Node | undefined {
  const bare = item.replaceAll(/[^A-Za-z0-9]/g, '');
  const replaced = (text: string) => text.replaceAll(`\${${name}}`, item).replaceAll(`&{${name}}`, bare);
  const copy = (from: Node): Node | undefined => {
    counter.expanded += 1;
    if (counter.expanded > most) return undefined;
    if (from.kind === 'scalar') {
      if (typeof from.value !== 'string' || !from.value.includes('{')) return from;
      const value = replaced(from.value);
      return { ...from, value, source: value };
    }
    if (from.kind === 'sequence') {
      const items: Node[] = [];
      for (const one of from.items) {
        const made = copy(one);
        if (made === undefined) return undefined;
        items.push(made);
      }
      return { ...from, items };
    }
    const call = soleFunction(from);
    if (call?.name === 'Ref' && call.argument.kind === 'scalar' && call.argument.value === name) {
      return { kind: 'scalar', value: item, source: item, origin: from.origin };
    }
    const entries = new Map<string, MappingEntry>();
    for (const entry of from.entries.values()) {
      const value = copy(entry.value);
      if (value === undefined) return undefined;
      const key = replaced(entry.key);
      entries.set(key, { ...entry, key, value });
    }
    return { ...from, entries };
  };
  return copy(node);
}
