import type { EditedText, PartPlace, PlainPart, ResourceEdit, SourceEdit } from '../../../model/source-edit.ts';
import type { SourceEntry, SourceMapping, SourceNode, SourceSequence } from './source-tree.ts';

/** What is done to the nodes of one file. */
export interface EditPlan {
  readonly removed: Set<SourceNode>;
  readonly replaced: Map<SourceNode, PlainPart>;
  readonly added: Map<SourceMapping, (readonly [string, PlainPart])[]>;
  readonly appended: Map<SourceSequence, PlainPart[]>;
}

export type Refused = Extract<EditedText, { readonly kind: 'refused' }>;

/** The edits of a resource, and what its template calls it. */
export interface NamedEdit {
  readonly logicalId: string;
  readonly type: string;
  readonly edits: ResourceEdit['edits'];
}

/** Plans the edits of one resource; nothing is planned when one of them cannot be written. */
export function planEdit(plan: EditPlan, root: SourceNode, edit: NamedEdit): Refused | undefined {
  const resource = child(child(root, 'Resources'), edit.logicalId);
  const type = child(resource, 'Type');
  if (resource?.kind !== 'mapping' || type?.kind !== 'scalar' || type.text !== edit.type)
    return refused('another part of the template makes it, so that no line of its own can be changed');
  if (edit.edits === 'removed') return planRemoval(plan, root, { id: edit.logicalId, resource });
  const steps: (() => void)[] = [];
  for (const one of edit.edits) {
    const step = stepOf(plan, child(resource, 'Properties') ?? resource, one);
    if ('because' in step) return step;
    steps.push(step.make);
  }
  for (const make of steps) make();
  return undefined;
}

type Step = { readonly make: () => void } | Refused;

function stepOf(plan: EditPlan, properties: SourceNode, edit: SourceEdit): Step {
  const { place } = edit;
  const isNew = edit.kind === 'set' && nodeAt(properties, place) === undefined;
  const node = nodeAt(properties, isNew ? place.slice(0, -1) : place);
  if (node === undefined || node.shared)
    return refused(`${place.join('.')} is written by a function, an alias or a text of its own`);
  if (edit.kind === 'remove') return { make: () => plan.removed.add(node) };
  if (edit.kind === 'append') {
    if (node.kind !== 'sequence') return refused(`${place.join('.')} is no list in the template`);
    return { make: () => plan.appended.set(node, [...(plan.appended.get(node) ?? []), edit.value]) };
  }
  if (!isNew) {
    if (node.kind === 'scalar' && !node.flow) return refused(`${place.join('.')} is a text of several lines`);
    return { make: () => plan.replaced.set(node, edit.value) };
  }
  const key = place.at(-1);
  if (node.kind !== 'mapping' || typeof key !== 'string' || node.entries.length === 0)
    return refused(`there is no place for ${place.join('.')} in the template`);
  return { make: () => plan.added.set(node, [...(plan.added.get(node) ?? []), [key, edit.value]]) };
}

/** A resource goes with the members of lists that name it; what else names it would be left without. */
function planRemoval(
  plan: EditPlan,
  root: SourceNode,
  { id, resource }: { readonly id: string; readonly resource: SourceNode },
): Refused | undefined {
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
  if (!visit(root)) return refused(`other parts of the template refer to ${id}, which would go`);
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

function refused(because: string): Refused {
  return { kind: 'refused', because };
}
