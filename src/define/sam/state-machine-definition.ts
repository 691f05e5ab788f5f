import type { Node } from '../cloudformation/node.ts';
import { entriesOf, isCall } from './fields.ts';
import type { Made, MadeObject } from './made.ts';

/** A definition as the lines of a text; functions in it become substitutions that the text names. */
export function stateMachineDefinition(definition: Node, given: Node | undefined): MadeObject {
  const substitutions = new Map<string, Made>(entriesOf(given).map((entry) => [entry.key, entry]));
  const text = JSON.stringify(plain(definition, substitutions, { made: 0 }), undefined, 4);
  return {
    DefinitionString: { 'Fn::Join': ['\n', text.split('\n')] },
    DefinitionSubstitutions: substitutions.size === 0 ? undefined : substitutions,
  };
}

function plain(node: Node, substitutions: Map<string, Made>, count: { made: number }): unknown {
  if (node.kind === 'scalar') return node.value;
  if (isCall(node)) {
    const name = `definition_substitution_${count.made + 1}`;
    count.made += 1;
    substitutions.set(name, node);
    return `\${${name}}`;
  }
  if (node.kind === 'sequence') return node.items.map((item) => plain(item, substitutions, count));
  const entries = [...node.entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const written: Record<string, unknown> = Object.create(null);
  for (const { key, value } of entries) written[key] = plain(value, substitutions, count);
  return written;
}
