import { relative, resolve, sep } from 'node:path';
import type { InputFile } from '../define/input.ts';
import { knownSecrets } from '../document/known-secrets.ts';
import type { Analysis } from '../document/threat-model-document.ts';
import { patchSource } from '../patched-source.ts';
import { unifiedDiff } from '../report/unified-diff.ts';
import { visibleLine } from '../report/visible.ts';
import type { ReadSystem } from './input-options.ts';
import { note } from './output.ts';

/**
 * The chosen changes as a unified diff of the user's files, with paths from the working directory. What is not in it, and what is
 * left to be filled in, is told on standard error.
 */
export async function fixDiff({
  analysis,
  read,
}: {
  readonly analysis: Analysis;
  readonly read: ReadSystem;
}): Promise<string> {
  const changes = (analysis.chokePoints?.changes ?? []).map(({ change }) => change);
  if (changes.length === 0) note('There is no change to write: `bartizan fix` without --format diff says why.');
  const { redaction } = knownSecrets(read.imported.resources, analysis.defined.ask.system);
  const { files, unwritten } = await patchSource(read, changes, redaction);
  for (const { change, because } of unwritten) {
    const span = read.imported.origins.span(change.origin);
    const place = span === undefined ? '' : ` (${span.file}:${span.line})`;
    note(visibleLine(`not in the diff: ${change.title}${place}: ${because}`));
  }
  for (const { input, text } of files)
    for (const open of new Set(addedPlaceholders(input.text, text)))
      note(visibleLine(`to fill in before it is applied: ${open} in ${input.file}`));
  return files
    .map(({ input, text }) => unifiedDiff({ path: pathFromHere(input), before: input.text, after: text }))
    .join('');
}

/** Names in angle brackets that were not there before. */
function addedPlaceholders(before: string, after: string): readonly string[] {
  return (after.match(/<[a-z][a-z ]*>/g) ?? []).filter((one) => !before.includes(one));
}

function pathFromHere({ root, path }: InputFile): string {
  return relative(process.cwd(), resolve(sep, ...root.folders, path))
    .split(sep)
    .join('/');
}
