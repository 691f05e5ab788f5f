import type { Node } from '../cloudformation/node.ts';
import { sha1 } from './sha1.ts';

/** A logical id that changes with a content: the prefix and ten digits of the content's digest. */
export function contentId(prefix: string, content: string): string {
  return `${prefix}${sha1(content).slice(0, 10)}`;
}

/** JSON without blanks and with sorted keys, and ASCII only: equal for equal contents wherever they stand. */
export function canonicalJson(node: Node): string {
  if (node.kind === 'scalar') return ascii(JSON.stringify(node.value));
  if (node.kind === 'sequence') return `[${node.items.map((item) => canonicalJson(item)).join(',')}]`;
  const entries = [...node.entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return `{${entries.map(({ key, value }) => `${ascii(JSON.stringify(key))}:${canonicalJson(value)}`).join(',')}}`;
}

function ascii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
