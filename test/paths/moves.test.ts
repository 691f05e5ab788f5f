import { describe, expect, it } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import techniques from '../../src/catalog/frameworks/attack-techniques.json' with { type: 'json' };
import { pathsFrom, pathsOver } from '../support/paths-of-example.ts';
import { examplesOfMove } from '../support/rule-example.ts';

/**
 * Every move against its examples, `<move>.examples.yaml` and `<move>.examples.tf` beside it, through the whole pipeline.
 * `# path: <move>` above a logical id or a resource block: whoever has a foothold there, or a stranger who gets there, makes
 * that move on his way; `# no path: <move>`: a near miss, where nobody does.
 */
const known = new Set(techniques.techniques.map(({ id }) => id));

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
    expect(pathsOver(paths, id, `example/${address}`).length > 0).toBe(verdict === 'path');
  });
});
