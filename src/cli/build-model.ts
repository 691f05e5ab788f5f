import type { Analysis } from '../document/threat-model-document.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import { type InputOptions, type ReadSystem, readSystem } from './input-options.ts';

/** The pipeline for a command: reads, tells diagnostics, models. */
export async function buildModel(
  paths: readonly string[],
  options: InputOptions & {
    readonly attacker?: readonly string[];
    readonly from?: string;
    readonly mostRuns?: number;
  },
): Promise<{ readonly document: ThreatModelDocument; readonly analysis: Analysis; readonly read: ReadSystem }> {
  const read = await readSystem(paths, options);
  const { modelOf } = await import('../threat-model.ts');
  const result = await modelOf(read.imported, {
    asOf: read.asOf,
    ...(options.attacker !== undefined && { attackers: options.attacker }),
    ...(options.from !== undefined && { from: options.from }),
    ...(options.mostRuns !== undefined && { mostRuns: options.mostRuns }),
  });
  return { ...result, read };
}
