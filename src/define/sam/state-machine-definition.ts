import type { Node } from '../cloudformation/node.ts';
import { entriesOf, isCall } from './fields.ts';
import type { Made, MadeObject } from './made.ts';
import { sha1 } from './sha1.ts';

/** A definition as the lines of a text; functions in it become substitutions that the text names. */
export function stateMachineDefinition(definition: Node, given: Node | undefined): MadeObject {
  const substitutions = new Map<string, Made>(entriesOf(given).map((entry) => [entry.key, entry]));
  const text = JSON.stringify(plain(definition, [], substitutions), undefined, 4);
  return {
    DefinitionString: { 'Fn::Join': ['\n', text.split('\n')] },
    DefinitionSubstitutions: substitutions.size === 0 ? undefined : substitutions,
  };
}

function plain(node: Node, path: readonly (string | number)[], substitutions: Map<string, Made>): unknown {
  if (node.kind === 'scalar') return node.value;
  if (isCall(node)) {
    const name = `definition_substitution_${sha1(path.join('.')).slice(0, 10)}`;
    substitutions.set(name, node);
    return `\${${name}}`;
  }
  if (node.kind === 'sequence') return node.items.map((item, index) => plain(item, [...path, index], substitutions));
  const entries = [...node.entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const written: Record<string, unknown> = Object.create(null);
  for (const { key, value } of entries) written[key] = plain(value, [...path, key], substitutions);
  return written;
}
