import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/report/unified-diff.ts';

const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at + 1}\n`).join('');

describe('a unified diff', () => {
  it('is empty when nothing differs', () => {
    expect(unifiedDiff({ path: 'a', before: 'x\n', after: 'x\n' })).toBe('');
  });

  it('has three lines around each change, and changes that are near each other in one hunk', () => {
    const before = lines(30);
    const after = before
      .replace('line 10\n', '')
      .replace('line 13\n', 'other\n')
      .replace('line 28\n', 'line 28\nnew\n');
    expect(unifiedDiff({ path: 'dir/a.yaml', before, after })).toBe(
      [
        '--- a/dir/a.yaml\n+++ b/dir/a.yaml\n@@ -7,10 +7,9 @@\n line 7\n line 8\n line 9\n-line 10\n line 11\n line 12\n',
        '-line 13\n+other\n line 14\n line 15\n line 16\n@@ -26,5 +25,6 @@\n line 26\n line 27\n line 28\n+new\n line 29\n line 30\n',
      ].join(''),
    );
  });

  it('says when the last line has no end', () => {
    expect(unifiedDiff({ path: 'a', before: 'x\ny', after: 'x\nz\n' })).toBe(
      '--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n x\n-y\n\\ No newline at end of file\n+z\n',
    );
  });

  it('makes one text of the other when git applies it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'diff-'));
    const text = fc
      .array(fc.constantFrom('a', 'b', '', '- c', '+d', '@@', 'e\r'), { minLength: 1, maxLength: 25 })
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== '' && after !== '');
        writeFileSync(join(folder, 'a'), before);
        const diff = unifiedDiff({ path: 'a', before, after });
        if (diff !== '') execFileSync('git', ['apply', '--whitespace=nowarn'], { cwd: folder, input: diff });
        expect(readFileSync(join(folder, 'a'), 'utf8')).toBe(after);
      }),
      { numRuns: 25, seed: 20_261_128 },
    );
  });
});
