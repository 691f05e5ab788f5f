import type { Analysis } from '../document/threat-model-document.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import { type InputOptions, type ReadSystem, readSystem } from './input-options.ts';

/** The pipeline for a command: reads, tells diagnostics, models. */
export async function buildModel(
  paths: readonly string[],
  options: InputOptions & {
    readonly attacker?: readonly string[];
    readonly from?: string;
    /** How often the model may be run again for choke points: a few times for a small system when `usual`. */
    readonly mostRuns?: number | 'usual';
  },
): Promise<{ readonly document: ThreatModelDocument; readonly analysis: Analysis; readonly read: ReadSystem }> {
  const read = await readSystem(paths, options);
  const { modelOf, usualRuns } = await import('../threat-model.ts');
  const mostRuns = options.mostRuns === 'usual' ? usualRuns(read.imported) : options.mostRuns;
  const result = await modelOf(read.imported, {
    asOf: read.asOf,
    ...(options.attacker !== undefined && { attackers: options.attacker }),
    ...(options.from !== undefined && { from: options.from }),
    ...(mostRuns !== undefined && { mostRuns }),
  });
  return { ...result, read };
}
