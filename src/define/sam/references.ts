import type { MappingEntry, MappingNode, Node } from '../cloudformation/node.ts';
import { textOf } from './fields.ts';
import { toNode } from './made.ts';

/** `MyFunction.Alias` → the logical id of the alias; `MyLayer` → that of its version. */
type References = ReadonlyMap<string, string>;

/**
 * The template with references to what the transform made under their logical ids: `!Ref MyFunction.Version`,
 * `!GetAtt MyFunction.Alias.Name`, `${MyApi.Stage}`; and dependencies on connectors as ones on what these became.
 */
export function withReferences(
  root: MappingNode,
  references: References,
  connectors: ReadonlyMap<string, readonly string[]>,
): MappingNode {
  if (references.size === 0 && connectors.size === 0) return root;
  const entries = new Map<string, MappingEntry>();
  for (const [key, entry] of root.entries) {
    const value = key === 'Resources' ? withDependencies(entry.value, references, connectors) : entry.value;
    entries.set(
      key,
      key === 'Resources' || key === 'Outputs' ? { ...entry, value: rewritten(value, references) } : entry,
    );
  }
  return { ...root, entries };
}

function withDependencies(
  resources: Node,
  ...[references, connectors]: readonly [References, ReadonlyMap<string, readonly string[]>]
): Node {
  if (resources.kind !== 'mapping') return resources;
  const entries = new Map<string, MappingEntry>();
  for (const [id, entry] of resources.entries) {
    const given = entry.value.kind === 'mapping' ? entry.value.entries.get('DependsOn') : undefined;
    const value = given === undefined ? undefined : dependencies(given.value, references, connectors);
    if (given === undefined || value === undefined || entry.value.kind !== 'mapping') entries.set(id, entry);
    else {
      const body = new Map(entry.value.entries).set('DependsOn', { ...given, value });
      entries.set(id, { ...entry, value: { ...entry.value, entries: body } });
    }
  }
  return { ...resources, entries };
}

function dependencies(
  given: Node,
  ...[references, connectors]: readonly [References, ReadonlyMap<string, readonly string[]>]
): Node | undefined {
  const items = given.kind === 'sequence' ? given.items : [given];
  const known = items.some((item) => connectors.has(textOf(item) ?? '') || references.has(textOf(item) ?? ''));
  if (!known) return undefined;
  const names = items.flatMap((item): readonly Node[] => {
    const name = textOf(item) ?? '';
    const made = connectors.get(name) ?? (references.has(name) ? [references.get(name) ?? name] : undefined);
    return made === undefined ? [item] : made.map((id) => toNode(id, item.origin));
  });
  return { kind: 'sequence', items: names, origin: given.origin };
}

function rewritten(node: Node, references: References): Node {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'sequence') return { ...node, items: node.items.map((item) => rewritten(item, references)) };
  const call = node.entries.size === 1 ? rewrittenCall(node, references) : undefined;
  if (call !== undefined) return call;
  const entries = new Map<string, MappingEntry>();
  for (const [key, entry] of node.entries) entries.set(key, { ...entry, value: rewritten(entry.value, references) });
  return { ...node, entries };
}

function rewrittenCall(node: MappingNode, references: References): Node | undefined {
  for (const entry of node.entries.values()) {
    const made =
      entry.key === 'Ref'
        ? renamed(entry.value, references)
        : entry.key === 'Fn::GetAtt'
          ? attribute(entry.value, references)
          : entry.key === 'Fn::Sub'
            ? substituted(entry.value, references)
            : undefined;
    if (made !== undefined) return { ...node, entries: new Map([[entry.key, { ...entry, value: made }]]) };
  }
  return undefined;
}

function renamed(node: Node, references: References): Node | undefined {
  const id = references.get(textOf(node) ?? '');
  return id === undefined ? undefined : toNode(id, node.origin);
}

function attribute(node: Node, references: References): Node | undefined {
  const parts = node.kind === 'sequence' ? node.items.map((item) => textOf(item)) : [textOf(node)];
  if (parts.some((part) => part === undefined)) return undefined;
  const words = parts.join('.').split('.');
  for (let at = Math.min(words.length - 1, 2); at > 0; at -= 1) {
    const id = references.get(words.slice(0, at).join('.'));
    if (id !== undefined) return toNode([id, words.slice(at).join('.')], node.origin);
  }
  return undefined;
}

function substituted(node: Node, references: References): Node | undefined {
  const template = node.kind === 'sequence' ? node.items[0] : node;
  const text = textOf(template);
  if (text === undefined || template === undefined) return undefined;
  const changed = text.replace(/\$\{([^!}]+)\}/g, (whole, name: string) => {
    const words = name.trim().split('.');
    for (let at = Math.min(words.length, 2); at > 0; at -= 1) {
      const id = references.get(words.slice(0, at).join('.'));
      if (id !== undefined) return `\${${[id, ...words.slice(at)].join('.')}}`;
    }
    return whole;
  });
  const made = toNode(changed, template.origin);
  if (node.kind !== 'sequence') return changed === text ? undefined : made;
  return { ...node, items: [made, ...node.items.slice(1).map((item) => rewritten(item, references))] };
}
