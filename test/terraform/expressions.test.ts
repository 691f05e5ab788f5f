import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { askTerraform, hasTerraform, localsOf, readExpressions } from './console.ts';
import { evaluateTexts, plain } from './evaluated.ts';

const expressions = readExpressions();
const recorded = JSON.parse(
  readFileSync(fileURLToPath(new URL('./expressions.recorded.json', import.meta.url)), 'utf8'),
) as Readonly<Record<string, string>>;

describe('expressions give what `terraform console` prints for them', () => {
  const outputs = expressions.map((_, at) => `output "e${at}" {\n  value = "<$\{local.e${at}}>"\n}\n`).join('');
  const result = evaluateTexts(localsOf(expressions) + outputs);

  test.each(expressions.map((expression, at) => ({ expression, at })))('$expression', ({ expression, at }) => {
    const value = result.outputs.get(`e${at}`);
    const text = value === undefined ? '' : String(plain(value)).slice(1, -1);
    expect(recordedValue(text)).toEqual(recordedValue(recorded[expression]));
  });
});

function recordedValue(text: string | undefined): unknown {
  return text?.startsWith('{') ? (JSON.parse(text) as unknown) : text;
}

test.skipIf(!hasTerraform())('the record is what the installed program says', () => {
  const answers = askTerraform(expressions);
  expect(Object.fromEntries(expressions.map((expression, at) => [expression, answers[at]]))).toEqual(recorded);
});
