import { expect } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import { type Imported, importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { loadTerraform } from '../../src/define/terraform/load-terraform.ts';
import { checkProof } from '../../src/identify/paths/check-proof.ts';
import { findPaths } from '../../src/identify/paths/find-paths.ts';
import type { AttackPath } from '../../src/model/attack.ts';
import type { Questions } from '../../src/model/questions.ts';
import { modelOf } from '../../src/threat-model.ts';
import { testDay } from './model-of-texts.ts';
import { filesOfExample, type RuleExample } from './rule-example.ts';

const modelled = new WeakMap<RuleExample, Promise<{ readonly imported: Imported; readonly ask: Questions }>>();

/** The system of an example, through the whole pipeline; once for all of its marks. */
async function systemOf(example: RuleExample) {
  const read = inputsFromTexts(filesOfExample(example));
  const imported = importInputs(read, await loadTerraform(read));
  const { analysis } = await modelOf(imported, { asOf: testDay });
  expect(analysis.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  return { imported, ask: analysis.defined.ask };
}

/** What whoever has a foothold at the address can do in the example. */
export async function pathsFrom(example: RuleExample, address: string): Promise<readonly AttackPath[]> {
  const system = modelled.get(example) ?? systemOf(example);
  modelled.set(example, system);
  const { imported, ask } = await system;
  const { paths, diagnostics } = findPaths(moves, ask, (path) => checkProof(path, imported), { from: address });
  expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  return paths;
}

/** Those of the paths that make the move: a foothold's own, and a stranger's in which the move leads to the element. */
export function pathsOver(paths: readonly AttackPath[], move: string, element: string): readonly AttackPath[] {
  return paths.filter(({ attacker, steps }) => {
    const own = /^(user|role|workload):(.*)$/.exec(attacker.id)?.[2];
    if (own !== undefined && own !== element) return false;
    return steps.some((step) => step.move.id === move && (own === element || step.to === element));
  });
}
