import type { Analysis } from '../document/threat-model-document.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import { type AttackerOptions, refuseUnknown } from './attacker-options.ts';
import { type InputOptions, type ReadSystem, readSystem } from './input-options.ts';

/** The pipeline for a command: reads, tells diagnostics, models. */
export async function buildModel(
  paths: readonly string[],
  options: InputOptions & AttackerOptions & { readonly from?: string },
): Promise<{ readonly document: ThreatModelDocument; readonly analysis: Analysis; readonly read: ReadSystem }> {
  const read = await readSystem(paths, options);
  const { modelOf } = await import('../threat-model.ts');
  const result = await modelOf(read.imported, {
    asOf: read.asOf,
    ...(options.attacker !== undefined && { attackers: options.attacker }),
    ...(options.assume !== undefined && { assume: options.assume }),
    ...(options.from !== undefined && { from: options.from }),
  });
  refuseUnknown(result.analysis);
  return { ...result, read };
}
