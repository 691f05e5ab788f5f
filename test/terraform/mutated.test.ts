import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateTexts } from './evaluated.ts';
import { fixtureFolder } from './real-plan.ts';

const source = readFileSync(`${fixtureFolder('shop')}/main.tf`, 'utf8');
const healthy = 'resource "aws_s3_bucket" "healthy" {\n  bucket = "fine"\n}\n';

const edit = fc.record({
  at: fc.integer({ min: 0, max: source.length }),
  drop: fc.integer({ min: 0, max: 40 }),
  insert: fc.constantFrom(
    '',
    '{',
    '}',
    '"',
    '${',
    '[',
    '(',
    '<<EOT\n',
    '%{ for x in',
    '*',
    '?',
    '=',
    '\n',
    '\u0000',
    '…',
    '/*',
    '[*]',
    '...',
  ),
});

test('source that is broken anywhere is told or understood, and other files are modelled', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      let text = source;
      for (const { at, drop, insert } of edits) text = text.slice(0, at) + insert + text.slice(at + drop);
      const result = evaluateTexts({ 'main.tf': text, 'z.tf': healthy });
      expect(result.shown('aws_s3_bucket.healthy', 'bucket')).toBe('fine');
      for (const { source: place } of result.diagnostics) {
        expect(place.line).toBeGreaterThan(0);
        expect(place.column).toBeGreaterThan(0);
      }
    }),
    { numRuns: 60 },
  );
});
