import type { ResourceId } from '../../../model/id.ts';
import { emptyPlan, type NamedEdit, type OffsetOf, planEdit } from './edit-plan.ts';
import { editedText, type Style } from './edited-text.ts';
import { sourceTree } from './source-tree.ts';
import { blockLines, entryLines, flowText } from './written-part.ts';

const style: Style = { lines: blockLines, entry: entryLines, flow: flowText };

/** A file with edits made, and why those of some resources could not be written. */
export interface EditedFile {
  readonly text: string;
  readonly refused: ReadonlyMap<ResourceId, string>;
}

/**
 * Makes edits in the text of a template, YAML or JSON. Only the lines change that the edits are about: comments, order, quotes and
 * indents of all others stay as they are. What is written by functions, aliases or JSON in a string is refused, each with the reason.
 */
export function editTemplate(text: string, edits: readonly NamedEdit[]): EditedFile {
  const root = sourceTree(text);
  if (root === undefined)
    return { text, refused: new Map(edits.map(({ resource }) => [resource, 'the file cannot be read as a whole'])) };
  const plan = emptyPlan();
  const offsetOf = offsetsOf(text);
  const refused = new Map<ResourceId, string>();
  for (const edit of edits) {
    const why = planEdit(plan, root, edit, offsetOf);
    if (why !== undefined) refused.set(edit.resource, why);
  }
  return { text: editedText(text, root, { plan, style }), refused };
}

/** Offsets of lines and columns, which count from 1. */
export function offsetsOf(text: string): OffsetOf {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ line, column }) => (starts[line - 1] ?? 0) + column - 1;
}
