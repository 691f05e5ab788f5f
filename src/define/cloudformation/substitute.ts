import { soleFunction } from './function-call.ts';
import type { MappingEntry, Node, ScalarNode } from './node.ts';

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
  const copyEntry = (entry: MappingEntry): MappingEntry | undefined => {
    const value = copy(entry.value);
    return value && { ...entry, key: replaced(entry.key), value };
  };
  const copy = (from: Node): Node | undefined => {
    counter.expanded += 1;
    if (counter.expanded > most) return undefined;
    if (from.kind === 'scalar') return copyScalar(from, replaced);
    if (from.kind === 'sequence') {
      const items = allOf(from.items, copy);
      return items && { ...from, items };
    }
    if (isReferenceTo(from, name)) return { kind: 'scalar', value: item, source: item, origin: from.origin };
    const entries = allOf([...from.entries.values()], copyEntry);
    return entries && { ...from, entries: new Map(entries.map((entry) => [entry.key, entry])) };
  };
  return copy(node);
}

function copyScalar(from: ScalarNode, replaced: (text: string) => string): ScalarNode {
  if (typeof from.value !== 'string' || !from.value.includes('{')) return from;
  const value = replaced(from.value);
  return { ...from, value, source: value };
}

function isReferenceTo(node: Node, name: string): boolean {
  const call = soleFunction(node);
  return call?.name === 'Ref' && call.argument.kind === 'scalar' && call.argument.value === name;
}

/** All results, or undefined as soon as one is missing. */
function allOf<A, B>(from: readonly A[], change: (one: A) => B | undefined): readonly B[] | undefined {
  const result: B[] = [];
  for (const one of from) {
    const made = change(one);
    if (made === undefined) return undefined;
    result.push(made);
  }
  return result;
}
