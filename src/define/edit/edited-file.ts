import type { ResourceId } from '../../model/id.ts';
import { type EditPlan, emptyPlan, type NamedEdit, type OffsetOf } from './edit-plan.ts';
import { editedText, type Style } from './edited-text.ts';
import type { SourceNode } from './source-node.ts';

/** A file with edits made, and why those of some resources could not be written. */
export interface EditedFile {
  readonly text: string;
  readonly refused: ReadonlyMap<ResourceId, string>;
}

/** What differs from syntax to syntax. */
export interface Editing<T extends SourceNode> {
  /** Undefined where the file cannot be read as a whole. */
  readonly root: T | undefined;
  readonly style: Style;
  /** Plans the edits of one resource, or says why one of them cannot be written; then nothing is planned. */
  plan(plan: EditPlan, root: T, edit: NamedEdit, offsetOf: OffsetOf): string | undefined;
}

/** Makes those of the edits that can be written, resource by resource. */
export function editedFile<T extends SourceNode>(
  text: string,
  edits: readonly NamedEdit[],
  { root, style, plan }: Editing<T>,
): EditedFile {
  if (root === undefined)
    return { text, refused: new Map(edits.map(({ resource }) => [resource, 'the file cannot be read as a whole'])) };
  const whole = emptyPlan();
  const offsetOf = offsetsOf(text);
  const refused = new Map<ResourceId, string>();
  for (const edit of edits) {
    const why = plan(whole, root, edit, offsetOf);
    if (why !== undefined) refused.set(edit.resource, why);
  }
  return { text: editedText(text, root, { plan: whole, style }), refused };
}

/** Offsets of lines and columns, which count from 1. */
function offsetsOf(text: string): OffsetOf {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ line, column }) => (starts[line - 1] ?? 0) + column - 1;
}
