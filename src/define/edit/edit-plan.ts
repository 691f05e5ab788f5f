import type { ResourceId } from '../../model/id.ts';
import type { SourceSpan } from '../../model/origin.ts';
import type { PartPlace, PlainPart, SourceEdit, SourcePart } from '../../model/source-edit.ts';
import type { SourceEntry, SourceMapping, SourceNode, SourceSequence } from './source-node.ts';

/** What is done to the nodes of one file. */
export interface EditPlan {
  readonly removed: Set<SourceNode>;
  readonly replaced: Map<SourceNode, PlainPart>;
  readonly added: Map<SourceMapping, (readonly [string, PlainPart])[]>;
  readonly appended: Map<SourceSequence, PlainPart[]>;
}

export function emptyPlan(): EditPlan {
  return { removed: new Set(), replaced: new Map(), added: new Map(), appended: new Map() };
}

/** The edits of a resource in one file. */
export interface NamedEdit {
  readonly resource: ResourceId;
  /** What this file calls it, where the resource itself stands in it. */
  readonly named?: { readonly logicalId: string; readonly type: string };
  /** Where the resource itself begins. */
  readonly begins: SourceSpan;
  readonly edits: readonly SourceEdit[] | 'removed';
}

/** Where the text of a file has a line and column. */
export type OffsetOf = (span: SourcePart['span']) => number;

/** What an edit does to its node, or why it cannot be done. */
export function stepOf(plan: EditPlan, node: SourceNode | undefined, edit: SourceEdit): (() => void) | string {
  const name = edit.place.join('.');
  if (node === undefined || node.shared) return `${name} is written by a function, an alias or a text of its own`;
  if (edit.kind === 'remove') return () => plan.removed.add(node);
  if (edit.kind === 'append') {
    if (node.kind !== 'sequence') return `${name} is no list in the file`;
    return () => plan.appended.set(node, oneMore(plan.appended.get(node) ?? [], edit.value));
  }
  if (edit.kind === 'set') {
    if (node.kind === 'scalar' && !node.flow) return `${name} is a text of several lines`;
    return () => plan.replaced.set(node, edit.value);
  }
  const key = edit.place.at(-1);
  if (node.kind !== 'mapping' || typeof key !== 'string' || node.entries.length === 0)
    return `there is no place for ${name} in the file`;
  return () => plan.added.set(node, oneMore(plan.added.get(node) ?? [], [key, edit.value]));
}

/** Several deployments of one file ask for the same edit, which is made once. */
function oneMore<T>(before: readonly T[], next: T): T[] {
  return before.some((one) => JSON.stringify(one) === JSON.stringify(next)) ? [...before] : [...before, next];
}

const kinds = { map: 'mapping', list: 'sequence', scalar: 'scalar' } as const;

/** The outermost node of a shape that starts where a part does, by itself or with its key. */
export function nodeOf(node: SourceNode, part: SourcePart, offsetOf: OffsetOf): SourceNode | undefined {
  const offset = offsetOf(part.span);
  const find = (one: SourceNode, start: number): SourceNode | undefined => {
    if (one.kind === kinds[part.shape] && (start === offset || one.start === offset)) return one;
    if (one.kind === 'scalar' || one.end < offset) return undefined;
    const inner =
      one.kind === 'mapping' ? one.entries : one.items.map((item) => ({ keyStart: item.start, value: item }));
    for (const { keyStart, value } of inner) {
      const found = keyStart <= offset && offset <= value.end ? find(value, keyStart) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(node, node.start);
}

/** The node of a part in JSON that starts where the part does: behind the property that the text is, steps are those of the JSON. */
export function jsonNodeOf(
  node: SourceNode,
  { at, place, kind }: SourceEdit,
  offsetOf: OffsetOf,
): SourceNode | undefined {
  const text = at === undefined ? undefined : nodeOf(node, { ...at, shape: 'scalar' }, offsetOf);
  if (text?.kind !== 'scalar' || text.json === undefined) return undefined;
  const steps = kind === 'add' ? place.slice(0, -1) : place;
  for (let from = 0; from < steps.length; from += 1) {
    const found = nodeAt(text.json.root, steps.slice(from));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The node at a place in a file; undefined where it is written otherwise. */
export function nodeAt(node: SourceNode | undefined, place: PartPlace): SourceNode | undefined {
  return place.reduce<SourceNode | undefined>(
    (here, step) => (here?.shared === true ? undefined : child(here, step)),
    node,
  );
}

/** One step down. */
export function child(node: SourceNode | undefined, step: string | number): SourceNode | undefined {
  if (node?.kind === 'sequence' && typeof step === 'number' && node.tag === '') return node.items[step];
  if (node?.kind !== 'mapping' || node.tag !== '') return undefined;
  return node.entries.findLast(({ key }: SourceEntry) => key === String(step))?.value;
}
