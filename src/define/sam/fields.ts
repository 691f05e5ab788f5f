import { soleFunction } from '../cloudformation/function-call.ts';
import type { MappingEntry, MappingNode, Node } from '../cloudformation/node.ts';

/** An entry that is given and not null. */
export function entryOf(node: Node | undefined, key: string): MappingEntry | undefined {
  const entry = node?.kind === 'mapping' ? node.entries.get(key) : undefined;
  return entry === undefined || isNull(entry.value) ? undefined : entry;
}

export function fieldOf(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  let here = node;
  for (const key of path) here = entryOf(here, key)?.value;
  return here;
}

/** The text of a scalar. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}

export function textAt(node: Node | undefined, ...path: readonly string[]): string | undefined {
  return textOf(fieldOf(node, ...path));
}

/** Is it true, or the text `true`? */
export function isTrue(node: Node | undefined): boolean {
  return textOf(node)?.toLowerCase() === 'true';
}

export function isFalse(node: Node | undefined): boolean {
  return textOf(node)?.toLowerCase() === 'false';
}

export function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** Items of a list, or the one value that stands for a list. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  if (node === undefined || isNull(node)) return [];
  return node.kind === 'sequence' ? node.items : [node];
}

export function entriesOf(node: Node | undefined): readonly MappingEntry[] {
  return node?.kind === 'mapping' ? [...node.entries.values()] : [];
}

/** A call of one of CloudFormation's functions. */
export function isCall(node: Node | undefined): boolean {
  return node !== undefined && soleFunction(node) !== undefined;
}

/** A mapping that is no call: what properties that must be maps are. */
export function isPlainMap(node: Node | undefined): node is MappingNode {
  return node?.kind === 'mapping' && soleFunction(node) === undefined;
}

/** The logical id (or pseudo parameter) that a `Ref` names. */
export function refOf(node: Node | undefined): string | undefined {
  return node?.kind === 'mapping' && node.entries.size === 1 ? textAt(node, 'Ref') : undefined;
}

/** The resource that a `Ref`, or an `Fn::GetAtt`, names. */
export function referenced(node: Node | undefined): string | undefined {
  if (node?.kind !== 'mapping' || node.entries.size !== 1) return undefined;
  const attribute = fieldOf(node, 'Fn::GetAtt');
  if (attribute === undefined) return refOf(node);
  return attribute.kind === 'sequence' ? textOf(attribute.items[0]) : textOf(attribute)?.split('.')[0];
}

/** The branches of `Fn::If`, with the name of the condition. */
export function branchesOf(
  node: Node | undefined,
): { readonly condition: string; readonly yes: Node; readonly no: Node } | undefined {
  const argument = node?.kind === 'mapping' && node.entries.size === 1 ? fieldOf(node, 'Fn::If') : undefined;
  if (argument?.kind !== 'sequence') return undefined;
  const [name, yes, no] = argument.items;
  const condition = textOf(name);
  return condition === undefined || yes === undefined || no === undefined ? undefined : { condition, yes, no };
}

export function isNoValue(node: Node | undefined): boolean {
  return refOf(node) === 'AWS::NoValue';
}
