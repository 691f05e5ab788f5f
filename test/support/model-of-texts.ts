import { type Imported, importInputs } from '../../src/define/import.ts';
import { inputsFromTexts, type TextOptions } from '../../src/define/inputs-from-texts.ts';
import { loadTerraform } from '../../src/define/terraform/load-terraform.ts';
import type { Analysis } from '../../src/document/threat-model-document.ts';
import type { PathOptions } from '../../src/identify/paths/find-paths.ts';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import { modelOf } from '../../src/threat-model.ts';

/** The day on which the tests' systems are judged. */
export const testDay = '2026-11-22';

/** The whole pipeline on texts by path, as if they lay in a folder. */
export async function modelOfTexts(
  texts: Readonly<Record<string, string>>,
  options: TextOptions & PathOptions & { readonly asOf?: string; readonly mostRuns?: number } = {},
): Promise<{ readonly document: ThreatModelDocument; readonly analysis: Analysis; readonly imported: Imported }> {
  const read = inputsFromTexts(texts, options);
  const imported = importInputs(read, await loadTerraform(read));
  const result = await modelOf(imported, {
    asOf: options.asOf ?? testDay,
    ...(options.attackers !== undefined && { attackers: options.attackers }),
    ...(options.mostRuns !== undefined && { mostRuns: options.mostRuns }),
    ...(options.assume !== undefined && { assume: options.assume }),
    ...(options.from !== undefined && { from: options.from }),
    ...(options.to !== undefined && { to: options.to }),
    ...(options.best !== undefined && { best: options.best }),
    ...(options.folded !== undefined && { folded: options.folded }),
  });
  return { ...result, imported };
}

/** As `modelOfTexts` for one template, which becomes the deployment `app`. */
export async function modelOfTemplate(template: string, options: Parameters<typeof modelOfTexts>[1] = {}) {
  return await modelOfTexts({ 'app.yaml': template }, options);
}
