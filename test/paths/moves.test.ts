import { describe, expect, it } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import techniques from '../../src/catalog/frameworks/attack-techniques.json' with { type: 'json' };
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { loadTerraform } from '../../src/define/terraform/load-terraform.ts';
import type { DocumentPath } from '../../src/model/document.ts';
import { modelOf } from '../../src/threat-model.ts';
import { testDay } from '../support/model-of-texts.ts';
import { examplesOfMove, filesOfExample, type RuleExample } from '../support/rule-example.ts';

/**
 * Every move against its examples, `<move>.examples.yaml` and `<move>.examples.tf` beside it, through the whole pipeline.
 * `# path: <move>` above a logical id or a resource block: whoever has a foothold there, or a stranger who gets there, makes
 * that move on his way; `# no path: <move>`: a near miss, where nobody does.
 */
const known = new Set(techniques.techniques.map(({ id }) => id));

async function pathsFrom(example: RuleExample, address: string): Promise<readonly DocumentPath[]> {
  const read = inputsFromTexts(filesOfExample(example));
  const imported = importInputs(read, await loadTerraform(read));
  const { document, analysis } = await modelOf(imported, { asOf: testDay, from: address });
  expect(analysis.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  return document.attackPaths;
}

/** A foothold's own path with the move, or a stranger's in which the move leads there. */
function makes(paths: readonly DocumentPath[], move: string, element: string): boolean {
  return paths.some(({ attacker, steps }) => {
    const own = /^(user|role|workload):(.*)$/.exec(attacker)?.[2];
    if (own !== undefined && own !== element) return false;
    return steps.some((step) => step.move === move && (own === element || step.to === element));
  });
}

describe.each(moves.map((move) => [move.id, move] as const))('%s', (id, move) => {
  const cases = examplesOfMove(id).flatMap((example) =>
    example.marks.map((mark) => ({ ...mark, example, file: example.name })),
  );

  it('has an example and a near miss', () => {
    expect(cases.filter(({ rule }) => rule !== id)).toEqual([]);
    expect(cases.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(['path', 'no path']));
  });

  it('is told in full, with a technique that exists', () => {
    expect(known.has(move.technique), move.technique).toBe(true);
    expect(move.references.every((reference) => reference.startsWith('https://docs.aws.amazon.com/'))).toBe(true);
    expect([move.title, move.description].every((words) => words.length > 10)).toBe(true);
  });

  it.each(cases)('$file, line $line, $address: $verdict', async ({ example, address, verdict }) => {
    const paths = await pathsFrom(example, address);
    expect(makes(paths, id, `example/${address}`)).toBe(verdict === 'path');
  });
});
