import { readUseRecords } from '../define/account/use-records.ts';
import { readTextFile } from '../define/read/text-file.ts';
import { type DocumentRightsReview, documentRightsReview } from '../document/rights-review.ts';
import type { Analysis } from '../document/threat-model-document.ts';
import type { UseRecord } from '../model/least-privilege.ts';
import { leastPrivilege } from '../run-again.ts';
import type { AttackerOptions } from './attacker-options.ts';
import { buildModel } from './build-model.ts';
import type { InputOptions } from './input-options.ts';
import { UsageError } from './usage-error.ts';

/** Reads and models, and reviews the rights of everybody in it. `lastAccessed`: files, each with whom it is about in front. */
export async function leastPrivilegeAnswer(
  paths: readonly string[],
  options: InputOptions & AttackerOptions & { readonly lastAccessed?: readonly string[] },
): Promise<{ readonly review: DocumentRightsReview; readonly analysis: Analysis }> {
  const records = (options.lastAccessed ?? []).flatMap(recordsIn);
  const { analysis, read } = await buildModel(paths, options);
  const review = await leastPrivilege(read.imported, analysis, {
    asOf: read.asOf,
    modules: read.modules,
    records,
    ...(options.attacker !== undefined && { attackers: options.attacker }),
    ...(options.assume !== undefined && { assume: options.assume }),
  });
  return { review: documentRightsReview(review, analysis.defined.ask), analysis };
}

/** `MyRole=use.json`, or the file alone. */
function recordsIn(option: string): readonly UseRecord[] {
  const at = option.lastIndexOf('=');
  const [who, path] = at < 0 ? [undefined, option] : [option.slice(0, at), option.slice(at + 1)];
  const file = readTextFile(path);
  if (file.kind !== 'text')
    throw new UsageError(`cannot read ${path}: ${file.kind === 'missing' ? 'there is no such file' : file.message}`);
  const found = readUseRecords(file.text, who);
  if (found.kind === 'refused') throw new UsageError(`${path} tells nothing of the use of rights: ${found.because}`);
  return found.records;
}
