import { child, type EditPlan, type NamedEdit, nodeAt, nodeOf, type OffsetOf, stepOf } from '../../edit/edit-plan.ts';
import type { SourceNode } from '../../edit/source-node.ts';

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
