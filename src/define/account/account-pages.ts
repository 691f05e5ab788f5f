import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Node, ParsedDocument } from '../cloudformation/node.ts';
import type { AccountInput } from '../input.ts';
import type { AccountPage } from './account-entry.ts';
import { pageLists } from './account-entry.ts';

/** The pages of a file: one output of the AWS CLI, or a list of outputs, of one account or of several. */
export function pagesOf(
  { input, role }: AccountInput,
  document: ParsedDocument,
): { readonly pages: readonly AccountPage[]; readonly diagnostics: readonly Diagnostic[] } {
  const { root } = document;
  const nodes: readonly Node[] = root === undefined ? [] : root.kind === 'sequence' ? root.items : [root];
  const pages = nodes.flatMap((node) =>
    node.kind === 'mapping' && Object.keys(pageLists).some((list) => node.entries.has(list))
      ? [{ node, file: input.file, role }]
      : [],
  );
  if (pages.length > 0 || document.diagnostics.length > 0) return { pages, diagnostics: document.diagnostics };
  const message =
    'the file names the lists of an account and has none of them at its top; give the output of aws iam get-account-authorization-details, or a JSON list of such outputs';
  const source = { file: input.file, line: 1, column: 1, endLine: 1 };
  return { pages, diagnostics: [{ level: 'error', code: 'account-document', message, source }] };
}
