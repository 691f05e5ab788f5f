import type { Value } from '../../model/value.ts';
import type { MappingNode, Node } from '../cloudformation/node.ts';

/** A node of a document that says what is, without references or functions: every part a literal with its place. */
export function nodeValue(node: Node): Value {
  const { origin } = node;
  if (node.kind === 'scalar') return { kind: 'literal', value: node.value, origin };
  if (node.kind === 'sequence') return { kind: 'list', items: node.items.map(nodeValue), origin };
  const entries = new Map([...node.entries].map(([key, entry]) => [key, nodeValue(entry.value)]));
  return { kind: 'map', entries, origin };
}

/** What a mapping has under a key; undefined for JSON's null as well, which APIs write for nothing. */
export function fieldOf(node: MappingNode, key: string): Node | undefined {
  const value = node.entries.get(key)?.value;
  return value?.kind === 'scalar' && value.value === null ? undefined : value;
}

/** The text under a key; undefined when there is none, or something else. Digits of account numbers stay as written. */
export function textField(node: MappingNode, key: string): string | undefined {
  const value = fieldOf(node, key);
  return value?.kind === 'scalar' ? value.source : undefined;
}

/** The members of the list under a key; none when there is no list. */
export function listField(node: MappingNode, key: string): readonly Node[] {
  const value = fieldOf(node, key);
  return value?.kind === 'sequence' ? value.items : [];
}

/** The mappings among the members of the list under a key. */
export function mappingsField(node: MappingNode, key: string): readonly MappingNode[] {
  return listField(node, key).filter((item) => item.kind === 'mapping');
}
