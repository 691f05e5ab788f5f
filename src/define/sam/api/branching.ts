import type { Node } from '../../cloudformation/node.ts';
import { branchesOf, isCall, isPlainMap } from '../fields.ts';
import { type Made, noValue } from '../made.ts';

/** A part of an OpenAPI document that may be a choice: `Fn::If` at a path or a method. */
export type Branching<T> =
  | { readonly kind: 'is'; readonly value: T }
  | { readonly kind: 'if'; readonly condition: Made; readonly yes: Branching<T>; readonly no: Branching<T> }
  /** Something that the transform hands on as it is. */
  | { readonly kind: 'raw'; readonly made: Made };

/** Reads a map, or a choice between maps. */
export function readBranching<T>(node: Node, read: (map: Node) => T): Branching<T> {
  const branches = branchesOf(node);
  if (branches !== undefined) {
    const [yes, no] = [readBranching(branches.yes, read), readBranching(branches.no, read)];
    return { kind: 'if', condition: branches.condition, yes, no };
  }
  return isPlainMap(node) && !isCall(node) ? { kind: 'is', value: read(node) } : { kind: 'raw', made: node };
}

/** A choice between the value and nothing; the value itself without a condition. */
export function conditional<T>(condition: string | undefined, value: T): Branching<T> {
  const is: Branching<T> = { kind: 'is', value };
  return condition === undefined ? is : { kind: 'if', condition, yes: is, no: { kind: 'raw', made: noValue } };
}

/** The values at the ends of all branches. */
export function leavesOf<T>(part: Branching<T>): readonly T[] {
  if (part.kind === 'is') return [part.value];
  return part.kind === 'if' ? [...leavesOf(part.yes), ...leavesOf(part.no)] : [];
}

export function written<T>(part: Branching<T>, write: (value: T) => Made): Made {
  if (part.kind === 'raw') return part.made;
  if (part.kind === 'is') return write(part.value);
  return { 'Fn::If': [part.condition, written(part.yes, write), written(part.no, write)] };
}
