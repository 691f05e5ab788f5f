import type { Analysis } from '../document/threat-model-document.ts';
import type { ThreatModelDocument } from '../model/document.ts';
import { type AttackerOptions, refuseUnknown } from './attacker-options.ts';
import { type InputOptions, type ReadSystem, readSystem } from './input-options.ts';
import { printDiagnostics } from './print.ts';
import { UsageError } from './usage-error.ts';

/** The pipeline for a command: reads, tells diagnostics, models. */
export async function buildModel(
  paths: readonly string[],
  options: InputOptions &
    AttackerOptions & {
      readonly from?: string;
      readonly framework?: readonly string[];
      /** How often the model may be run again for choke points: a few times for a small system when `usual`. */
      readonly mostRuns?: number | 'usual';
      /** Of the changes for choke points, only those of resources. */
      readonly resourcesOnly?: boolean;
      readonly to?: string;
      readonly best?: number;
      readonly folded?: boolean;
    },
): Promise<{ readonly document: ThreatModelDocument; readonly analysis: Analysis; readonly read: ReadSystem }> {
  const { frameworksNamed, modelOf, usualRuns } = await import('../threat-model.ts');
  const frameworks = await frameworksNamed(options.framework ?? []).catch((error: unknown) => {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  });
  const read = await readSystem(paths, options);
  const mostRuns = options.mostRuns === 'usual' ? usualRuns(read.imported) : options.mostRuns;
  const result = await modelOf(read.imported, {
    asOf: read.asOf,
    frameworks,
    modules: read.modules,
    ...(options.attacker !== undefined && { attackers: options.attacker }),
    ...(options.assume !== undefined && { assume: options.assume }),
    ...(options.from !== undefined && { from: options.from }),
    ...(mostRuns !== undefined && { mostRuns }),
    ...(options.resourcesOnly !== undefined && { resourcesOnly: options.resourcesOnly }),
    ...(options.to !== undefined && { to: options.to }),
    ...(options.best !== undefined && { best: options.best }),
    ...(options.folded !== undefined && { folded: options.folded }),
  });
  refuseUnknown(result.analysis);
  tellFurther(result.analysis, read.imported);
  return { ...result, read };
}

/** What only came to light in the analysis, such as a step that the proof checker refused; notes stand in the document. */
function tellFurther({ diagnostics }: Analysis, imported: ReadSystem['imported']): void {
  const told = new Set(imported.diagnostics);
  printDiagnostics(diagnostics.filter((one) => one.level !== 'info' && !told.has(one)));
}
