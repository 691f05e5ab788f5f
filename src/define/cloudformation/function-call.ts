import type { MappingEntry, Node } from './node.ts';

/** `{Fn::X: argument}` */
export interface FunctionCall {
  readonly name: string;
  readonly argument: Node;
  readonly entry: MappingEntry;
}

/** The function call that a node is: a mapping of one key that is `Ref`, `Condition` or starts with `Fn::`. */
export function soleFunction(node: Node): FunctionCall | undefined {
  if (node.kind !== 'mapping' || node.entries.size !== 1) return undefined;
  for (const entry of node.entries.values()) {
    if (entry.key === 'Ref' || entry.key === 'Condition' || entry.key.startsWith('Fn::')) {
      return { name: entry.key, argument: entry.value, entry };
    }
  }
  return undefined;
}
