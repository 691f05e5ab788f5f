import type { ResourceId } from '../../../model/id.ts';
import type { SourceSpan } from '../../../model/origin.ts';
import type { PartPlace, PlainPart, SourceEdit, SourcePart } from '../../../model/source-edit.ts';
import type { SourceEntry, SourceMapping, SourceNode, SourceSequence } from './source-tree.ts';

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

/** Plans the edits of one resource, or says why one of them cannot be written; then nothing is planned. */
export function planEdit(plan: EditPlan, root: SourceNode, edit: NamedEdit, offsetOf: OffsetOf): string | undefined {
  const resource = edit.named && child(child(root, 'Resources'), edit.named.logicalId);
  const type = child(resource, 'Type');
  const isOwn = type?.kind === 'scalar' && type.text === edit.named?.type;
  if (edit.edits === 'removed') {
    if (resource === undefined || !isOwn || edit.named === undefined) return 'another part of the template makes it';
    return planRemoval(plan, root, { id: edit.named.logicalId, resource });
  }
  const properties = isOwn ? (child(resource, 'Properties') ?? resource) : undefined;
  const steps: (() => void)[] = [];
  for (const one of edit.edits) {
    const place = one.kind === 'add' ? one.place.slice(0, -1) : one.place;
    const node = nodeAt(properties, place) ?? (one.at === undefined ? undefined : nodeOf(root, one.at, offsetOf));
    const step = stepOf(plan, node, one);
    if (typeof step === 'string') return step;
    steps.push(step);
  }
  for (const make of steps) make();
  return undefined;
}

/** What an edit does to its node, or why it cannot be done. */
export function stepOf(plan: EditPlan, node: SourceNode | undefined, edit: SourceEdit): (() => void) | string {
  const name = edit.place.join('.');
  if (node === undefined || node.shared) return `${name} is written by a function, an alias or a text of its own`;
  if (edit.kind === 'remove') return () => plan.removed.add(node);
  if (edit.kind === 'append') {
    if (node.kind !== 'sequence') return `${name} is no list in the file`;
    return () => plan.appended.set(node, [...(plan.appended.get(node) ?? []), edit.value]);
  }
  if (edit.kind === 'set') {
    if (node.kind === 'scalar' && !node.flow) return `${name} is a text of several lines`;
    return () => plan.replaced.set(node, edit.value);
  }
  const key = edit.place.at(-1);
  if (node.kind !== 'mapping' || typeof key !== 'string' || node.entries.length === 0)
    return `there is no place for ${name} in the file`;
  return () => plan.added.set(node, [...(plan.added.get(node) ?? []), [key, edit.value]]);
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

/** A resource goes with the members of lists that name it; what else names it would be left without. */
function planRemoval(
  plan: EditPlan,
  root: SourceNode,
  { id, resource }: { readonly id: string; readonly resource: SourceNode },
): string | undefined {
  const gone: SourceNode[] = [resource];
  const visit = (node: SourceNode): boolean => {
    if (node === resource) return true;
    if (names(node, id)) return false;
    if (node.kind === 'scalar') return true;
    if (node.kind === 'mapping')
      return node.entries.every(({ key, value }) => {
        const depends = key === 'DependsOn' ? dependsOn(value, id) : undefined;
        if (depends === undefined) return visit(value);
        gone.push(depends);
        return true;
      });
    return node.items.every((item) => {
      if (!isReference(item, id)) return visit(item);
      gone.push(item);
      return true;
    });
  };
  if (!visit(root)) return `other parts of the template refer to ${id}, which would go`;
  for (const node of gone) plan.removed.add(node);
  return undefined;
}

function dependsOn(value: SourceNode, id: string): SourceNode | undefined {
  if (value.kind === 'scalar') return value.text === id ? value : undefined;
  return value.kind === 'sequence' ? value.items.find((item) => item.kind === 'scalar' && item.text === id) : undefined;
}

/** `!Ref id`, `!GetAtt id.x`, in either form. */
function isReference(node: SourceNode, id: string): boolean {
  if (node.kind === 'scalar')
    return (node.tag === '!Ref' && node.text === id) || (node.tag === '!GetAtt' && node.text.split('.')[0] === id);
  if (node.kind === 'sequence') return node.tag === '!GetAtt' && isText(node.items[0], id);
  const [only, ...others] = node.entries;
  if (only === undefined || others.length > 0) return false;
  if (only.key === 'Ref') return isText(only.value, id);
  const [first] = only.value.kind === 'sequence' ? only.value.items : [only.value];
  return (
    only.key === 'Fn::GetAtt' && (isText(first, id) || (first?.kind === 'scalar' && first.text.split('.')[0] === id))
  );
}

function isText(node: SourceNode | undefined, text: string): boolean {
  return node?.kind === 'scalar' && node.text === text;
}

/** Is it a reference, or a text with one in it? */
function names(node: SourceNode, id: string): boolean {
  if (isReference(node, id)) return true;
  return node.kind === 'scalar' && (node.text.includes(`\${${id}}`) || node.text.includes(`\${${id}.`));
}

function nodeAt(node: SourceNode | undefined, place: PartPlace): SourceNode | undefined {
  return place.reduce<SourceNode | undefined>(
    (here, step) => (here?.shared === true ? undefined : child(here, step)),
    node,
  );
}

function child(node: SourceNode | undefined, step: string | number): SourceNode | undefined {
  if (node?.kind === 'sequence' && typeof step === 'number' && node.tag === '') return node.items[step];
  if (node?.kind !== 'mapping' || node.tag !== '') return undefined;
  return node.entries.findLast(({ key }: SourceEntry) => key === String(step))?.value;
}
