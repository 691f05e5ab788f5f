import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import techniques from '../../src/catalog/frameworks/attack-techniques.json' with { type: 'json' };
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import type { DocumentPath } from '../../src/model/document.ts';
import { modelOf } from '../../src/threat-model.ts';
import { testDay } from '../support/model-of-texts.ts';
import { filesOfExample } from '../support/rule-example.ts';

/**
 * Every move against its examples, `<move>.examples.yaml` beside it, through the whole pipeline. `# path: <move>` above a
 * logical id: whoever has a foothold there, or a stranger who gets there, makes that move on his way; `# no path: <move>`:
 * a near miss, where nobody does.
 */
interface Expectation {
  readonly logicalId: string;
  readonly line: number;
  readonly expected: boolean;
}

const folder = fileURLToPath(new URL('../../src/catalog/moves/', import.meta.url));
const known = new Set(techniques.techniques.map(({ id }) => id));

function expectationsIn(text: string, move: string): readonly Expectation[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const [, no, of] = /^ {2}# (no )?path: (\S+)$/.exec(line) ?? [];
    const logicalId = /^ {2}([A-Za-z0-9]+):$/.exec(lines[at + 1] ?? '')?.[1];
    if (of === undefined) return [];
    expect({ of, logicalId }, `line ${at + 1}`).toEqual({ of: move, logicalId: expect.any(String) });
    return logicalId === undefined ? [] : [{ logicalId, line: at + 2, expected: no === undefined }];
  });
}

async function pathsFrom(text: string, logicalId: string): Promise<readonly DocumentPath[]> {
  const imported = importInputs(inputsFromTexts(filesOfExample(text)));
  const { document, analysis } = await modelOf(imported, { asOf: testDay, from: logicalId });
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
  const file = `${folder}${id}.examples.yaml`;
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const expectations = expectationsIn(text, id);

  it('has an example and a near miss', () => {
    expect(expectations.map(({ expected }) => expected)).toEqual(expect.arrayContaining([true, false]));
  });

  it('is told in full, with a technique that exists', () => {
    expect(known.has(move.technique), move.technique).toBe(true);
    expect(move.references.every((reference) => reference.startsWith('https://docs.aws.amazon.com/'))).toBe(true);
    expect([move.title, move.description].every((words) => words.length > 10)).toBe(true);
  });

  it.each(expectations)('$logicalId (line $line): $expected', async ({ logicalId, expected }) => {
    const paths = await pathsFrom(text, logicalId);
    expect(makes(paths, id, `example/${logicalId}`)).toBe(expected);
  });
});
