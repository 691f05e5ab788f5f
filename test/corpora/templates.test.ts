import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DocumentCoverage } from '../../src/model/document.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';

/** Official sample templates that nobody here wrote. They are not part of the project: without them these tests skip. */
const root = '../shared/corpora/templates/aws-cloudformation-templates';
const here = existsSync(root);
const files = here
  ? (readdirSync(root, { recursive: true }) as string[])
      .map((file) => file.split('\\').join('/'))
      .filter((file) => /\.(ya?ml|json|template)$/.test(file))
      .sort()
  : [];

/** Resources as a plain decoder counts them, loops excepted: keys under `Resources`, at their indentation. */
function countedApart(text: string): number | undefined {
  try {
    const data = JSON.parse(text) as { readonly Resources?: object };
    return Object.keys(data.Resources ?? {}).length;
  } catch {
    const start = /^Resources:[ \t]*(#.*)?$/m.exec(text);
    if (start === null) return undefined;
    const rest = text.slice(start.index + start[0].length + 1);
    const end = rest.search(/^[^\s#]/m);
    const block = end < 0 ? rest : rest.slice(0, end);
    const indent = /^([ \t]+)[^\s#]/m.exec(block)?.[1] ?? '  ';
    return block.split('\n').filter((line) => line.startsWith(indent) && /^[^\s#-]/.test(line.slice(indent.length)))
      .length;
  }
}

describe.skipIf(!here)(`official templates${here ? '' : ' (skipped: ../shared is not here)'}`, () => {
  const all: DocumentCoverage[] = [];

  it.each(files)('%s', async (file) => {
    const text = readFileSync(`${root}/${file}`, 'utf8');
    const { document } = await modelOfTexts({ [file]: text });
    const { coverage } = document;
    all.push(coverage);
    const counted = countedApart(text);
    const own = document.coverage.resources;
    // Loops and the SAM transform make resources that the template does not list.
    if (counted !== undefined && !/Fn::ForEach|AWS::Serverless-2016-10-31/.test(text)) expect(own).toBe(counted);
    for (const { source, message } of coverage.diagnostics) {
      expect(source.file, message).not.toBe('');
      expect(source.line, message).toBeGreaterThan(0);
    }
    expect(coverage.diagnostics.filter(({ code }) => code === 'rule-failed' || code === 'proof-refused')).toEqual([]);
    for (const { settledBy } of coverage.unknowns) expect(settledBy).not.toBe('');
  });

  it('leave at most one answer in ten unknown, and none without the input that would settle it', () => {
    const counts = all
      .flatMap(({ types }) => Object.values(types))
      .flatMap(({ dimensions }) => Object.values(dimensions));
    const unknown = counts.reduce((sum, each) => sum + each.unknown, 0);
    const known = counts.reduce((sum, each) => sum + each.known, 0);
    expect(known).toBeGreaterThan(1000);
    expect(unknown / (known + unknown)).toBeLessThan(0.1);
  });
});
