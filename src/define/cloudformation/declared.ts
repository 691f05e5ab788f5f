import type { MappingEntry, MappingNode, Node } from './node.ts';
import { report, type Scope } from './scope.ts';

/** The mapping that a declaration must be; an empty one with a diagnostic when it is something else. */
export function declaredMapping(entry: MappingEntry, scope: Scope, what: string): MappingNode {
  if (entry.value.kind === 'mapping') return entry.value;
  const empty = entry.value.kind === 'scalar' && entry.value.value === null;
  report(
    scope,
    'error',
    'not-a-mapping',
    `${what} is ${empty ? 'empty' : `a ${entry.value.kind}`}; give it as a mapping`,
    entry.keyOrigin,
  );
  return { kind: 'mapping', entries: new Map(), origin: entry.origin };
}

/** The text of a scalar member; undefined when absent or not a scalar. */
export function declaredString(body: MappingNode, key: string): string | undefined {
  const node = body.entries.get(key)?.value;
  return node?.kind === 'scalar' && node.value !== null ? scalarText(node) : undefined;
}

export function declaredStrings(body: MappingNode, key: string): readonly string[] {
  const node = body.entries.get(key)?.value;
  return node?.kind === 'sequence'
    ? node.items.flatMap((item) => (item.kind === 'scalar' ? [scalarText(item)] : []))
    : [];
}

/** A scalar as CloudFormation prints it. */
export function scalarText(node: Node & { kind: 'scalar' }): string {
  return node.value === null ? '' : String(node.value);
}
