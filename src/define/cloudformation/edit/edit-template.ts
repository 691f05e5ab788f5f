import type { NamedEdit } from '../../edit/edit-plan.ts';
import { type EditedFile, editedFile } from '../../edit/edited-file.ts';
import type { Style } from '../../edit/edited-text.ts';
import { flowText } from '../../edit/flow-text.ts';
import { planEdit } from './plan-edit.ts';
import { sourceTree } from './source-tree.ts';
import { blockLines, entryLines } from './written-part.ts';

const style: Style = { lines: blockLines, entry: entryLines, flow: flowText };

/**
 * Makes edits in the text of a template, YAML or JSON. Only the lines change that the edits are about: comments, order, quotes and
 * indents of all others stay as they are. What is written by functions, aliases or JSON in a string is refused, each with the reason.
 */
export function editTemplate(text: string, edits: readonly NamedEdit[]): EditedFile {
  return editedFile(text, edits, { root: sourceTree(text), style, plan: planEdit });
}
