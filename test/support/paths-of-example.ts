import { expect } from 'vitest';
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { loadTerraform } from '../../src/define/terraform/load-terraform.ts';
import type { DocumentPath } from '../../src/model/document.ts';
import { modelOf } from '../../src/threat-model.ts';
import { testDay } from './model-of-texts.ts';
import { filesOfExample, type RuleExample } from './rule-example.ts';

/** What whoever has a foothold at the address can do in the example. */
export async function pathsFrom(example: RuleExample, address: string): Promise<readonly DocumentPath[]> {
  const read = inputsFromTexts(filesOfExample(example));
  const imported = importInputs(read, await loadTerraform(read));
  const { document, analysis } = await modelOf(imported, { asOf: testDay, from: address });
  expect(analysis.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  return document.attackPaths;
}

/** Those of the paths that make the move: a foothold's own, and a stranger's in which the move leads to the element. */
export function pathsOver(paths: readonly DocumentPath[], move: string, element: string): readonly DocumentPath[] {
  return paths.filter(({ attacker, steps }) => {
    const own = /^(user|role|workload):(.*)$/.exec(attacker)?.[2];
    if (own !== undefined && own !== element) return false;
    return steps.some((step) => step.move === move && (own === element || step.to === element));
  });
}
