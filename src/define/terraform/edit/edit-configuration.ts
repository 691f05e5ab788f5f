import type { PlainPart, SourcePart } from '../../../model/source-edit.ts';
import { type EditPlan, jsonNodeOf, type NamedEdit, nodeOf, type OffsetOf, stepOf } from '../../edit/edit-plan.ts';
import { type EditedFile, editedFile } from '../../edit/edited-file.ts';
import type { Style } from '../../edit/edited-text.ts';
import { flowText } from '../../edit/flow-text.ts';
import type { SourceEntry, SourceMapping, SourceNode, SourceSequence } from '../../edit/source-node.ts';
import { hclTree } from './hcl-tree.ts';

/**
 * Makes edits in a configuration file of Terraform, where the part that is changed stands in it as such: blocks, attributes, and what is
 * in the brackets of lists, `jsonencode` and JSON in heredocs. What is computed is refused, each with the reason.
 */
export function editConfiguration(text: string, edits: readonly NamedEdit[]): EditedFile {
  return editedFile(text, edits, {
    root: hclTree(text),
    style,
    plan: (plan, root, edit, offsetOf) => planned(plan, { root, text, offsetOf }, edit),
  });
}

interface File {
  readonly root: SourceMapping;
  readonly text: string;
  readonly offsetOf: OffsetOf;
}

/** Plans the edits of one resource, or says why one of them cannot be written; then nothing is planned. */
function planned(plan: EditPlan, file: File, { edits, begins }: NamedEdit): string | undefined {
  if (edits === 'removed') return plannedRemoval(plan, file, file.offsetOf(begins));
  const steps: (() => void)[] = [];
  for (const edit of edits) {
    const own = edit.at === undefined ? undefined : nodeOf(file.root, edit.at, file.offsetOf);
    const node = jsonNodeOf(file.root, edit, file.offsetOf) ?? own;
    const peer = node === undefined && edit.kind === 'remove' ? peerOf(file, edit.at) : undefined;
    const step = peer === undefined ? stepOf(plan, node, edit) : () => removePeer(plan, peer);
    if (typeof step === 'string') return step;
    steps.push(step);
  }
  for (const make of steps) make();
  return undefined;
}

/** One of the peers that a block names in a list, each of which is a rule of its own for AWS. */
interface Peer {
  readonly block: SourceMapping;
  readonly list: SourceSequence;
  readonly name: SourceNode;
}

/** The peer that starts where a part does. */
function peerOf({ root, offsetOf }: File, at: SourcePart | undefined): Peer | undefined {
  const offset = at === undefined ? -1 : offsetOf(at.span);
  const blocks = root.entries.flatMap(({ value }) => (value.kind === 'mapping' ? value.entries : []));
  for (const { value: block } of blocks) {
    if (block.kind !== 'mapping' || block.flow || offset < block.start || offset > block.end) continue;
    for (const { value: list } of block.entries) {
      if (list.kind !== 'sequence') continue;
      const name =
        list.items.find(({ start }) => start === offset) ??
        (list.items.length === 1 && list.start === offset ? list.items[0] : undefined);
      if (name !== undefined) return { block, list, name };
    }
  }
  return undefined;
}

/** A block that names nobody any more goes as a whole. */
function removePeer({ removed }: EditPlan, { block, list, name }: Peer): void {
  removed.add(name);
  const isGone = ({ value }: SourceEntry) =>
    value.kind !== 'sequence' || value.items.length === 0 || value.items.every((item) => removed.has(item));
  const isNamed = block.entries.some(({ key }) => key === 'self');
  if (list.items.every((item) => removed.has(item)) && !isNamed && block.entries.every(isGone)) removed.add(block);
}

/** A resource goes with what attaches it; what else names it would be left without. */
function plannedRemoval(plan: EditPlan, { root, text }: File, offset: number): string | undefined {
  const own = root.entries.find(({ keyStart }) => keyStart === offset)?.value;
  const [, type, name] = own === undefined ? [] : (headOf(own, text) ?? []);
  if (own === undefined || type === undefined) return 'it has no block of its own';
  const named = new RegExp(`(?<![\\w.-])${type}\\.${name}(?![\\w-])`);
  const naming = root.entries.filter(({ value }) => value !== own && named.test(text.slice(value.start, value.end)));
  const others = naming.filter(({ value }) => !/_attachment$/.test(headOf(value, text)?.[1] ?? ''));
  if (others.length > 0) return `other blocks refer to ${type}.${name}, which would go`;
  for (const { value } of [{ value: own }, ...naming]) plan.removed.add(value);
  return undefined;
}

/** Type and name of a block `resource "…" "…"`. */
function headOf({ start }: SourceNode, text: string): RegExpExecArray | null {
  return /^resource\s+"([^"]+)"\s+"([^"]+)"/.exec(text.slice(start, start + 400));
}

const style: Style = {
  lines: (value) => expression(value, 2).split('\n'),
  entry(key, value, block) {
    if (block === 'statement' && key === 'Condition') return conditionLines(value);
    return `${attributeOf(key)} = ${expression(value, 2)}`.split('\n');
  },
  flow: (value, indent) => expression(value, indent),
};

/** JSON is an expression as well; a template that is nothing but a reference is written as one. */
function expression(value: PlainPart, indent: number | undefined): string {
  return flowText(value, indent).replace(/"\$\{([\w.[\]-]+)\}"/g, '$1');
}

/** Arguments are mostly called what the property is. */
function attributeOf(property: string): string {
  return property.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
}

/** A condition as blocks of a policy document. */
function conditionLines(value: PlainPart): readonly string[] {
  return Object.entries(value as object).flatMap(([test, keys]: readonly [string, PlainPart]) =>
    Object.entries(keys as object).flatMap(([variable, wanted]: readonly [string, PlainPart]) => [
      'condition {',
      `  test     = ${JSON.stringify(test)}`,
      `  variable = ${JSON.stringify(variable)}`,
      `  values   = ${expression(Array.isArray(wanted) ? wanted : [wanted], undefined)}`,
      '}',
    ]),
  );
}
