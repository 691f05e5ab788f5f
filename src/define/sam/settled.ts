import type { Node } from '../cloudformation/node.ts';
import type { Expansion } from './expansion.ts';
import { fieldOf, itemsOf, refOf, textOf } from './fields.ts';
import { toNode } from './made.ts';

/**
 * The node with references to parameters (given or by default), pseudo parameters that are known, and values of
 * mappings put in: what the transform itself looks at before CloudFormation does.
 */
export function settled(node: Node, expansion: Expansion): Node {
  if (node.kind === 'scalar') return node;
  const { settings } = expansion;
  const name = refOf(node);
  const value = name === undefined ? undefined : (settings.parameter(name) ?? settings.pseudo(name));
  if (value !== undefined) return { kind: 'scalar', value, source: value, origin: node.origin };
  if (node.kind === 'sequence') return { ...node, items: node.items.map((item) => settled(item, expansion)) };
  const path = node.entries.size === 1 ? fieldOf(node, 'Fn::FindInMap') : undefined;
  const found = path === undefined ? undefined : findInMap(path, expansion);
  if (found !== undefined) return found;
  const text = node.entries.size === 1 ? textOf(fieldOf(node, 'Fn::Sub')) : undefined;
  if (text !== undefined) return substituted(text, node, expansion);
  const entries = [...node.entries].map(
    ([key, entry]) => [key, { ...entry, value: settled(entry.value, expansion) }] as const,
  );
  return { ...node, entries: new Map(entries) };
}

/** The text that it comes to, when the transform can tell. */
export function settledText(node: Node | undefined, expansion: Expansion): string | undefined {
  if (node === undefined) return undefined;
  const known = settled(node, expansion);
  const filled = known.kind === 'mapping' && known.entries.size === 1 ? textOf(fieldOf(known, 'Fn::Sub')) : undefined;
  return textOf(known) ?? (filled?.includes('${') === true ? undefined : filled);
}

function findInMap(path: Node, expansion: Expansion): Node | undefined {
  const [map, first, second] = itemsOf(path).map((item) => settledText(item, expansion));
  return map === undefined || first === undefined || second === undefined
    ? undefined
    : expansion.settings.mapped(map, first, second);
}

/** `Fn::Sub` of a text, with what is known put in. */
function substituted(text: string, node: Node, { settings }: Expansion): Node {
  const filled = text.replace(/\$\{([\w:.]+)\}/g, (whole, name: string) => {
    return settings.parameter(name) ?? settings.pseudo(name) ?? whole;
  });
  return toNode({ 'Fn::Sub': filled }, node.origin);
}
