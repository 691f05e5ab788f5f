import { expect, fail, placeOf, type Reader, readIdentifier, skip, take } from './reader.ts';
import type { Expression } from './syntax.ts';

/** Does a `for` expression start here? A key called `for` does not. */
export function startsFor(reader: Reader): boolean {
  return /^for[ \t\r\n]+[\p{L}_]/u.test(reader.text.slice(reader.at, reader.at + 40));
}

/** `for key, value in collection`, the word `for` not read yet. */
export function readForIntro(reader: Reader) {
  take(reader, 'for');
  skip(reader);
  const first = readIdentifier(reader);
  skip(reader);
  let second: string | undefined;
  if (take(reader, ',')) {
    skip(reader);
    second = readIdentifier(reader);
    if (second === undefined) fail(reader, 'a name is missing after the comma of for');
    skip(reader);
  }
  if (first === undefined || !takeWord(reader, 'in')) fail(reader, '"in" is missing in the for expression');
  const collection: Expression = reader.failed
    ? { kind: 'broken', origin: placeOf(reader, reader.at, reader.at) }
    : reader.readExpression(reader);
  return {
    value: second ?? first ?? '',
    ...(second !== undefined && first !== undefined && { key: first }),
    collection,
  };
}

/** Takes a word that stands alone. */
export function takeWord(reader: Reader, word: string): boolean {
  const start = reader.at;
  if (readIdentifier(reader) === word) return true;
  reader.at = start;
  return false;
}

/** The rest of `[for … : …]` or `{for … : … => …}`; the opening bracket is read and counted. */
export function readFor(reader: Reader, start: number, close: ']' | '}'): Expression {
  const intro = readForIntro(reader);
  if (!reader.failed) expect(reader, ':', 'after the collection of for');
  let result: Expression = reader.failed
    ? { kind: 'broken', origin: intro.collection.origin }
    : reader.readExpression(reader);
  let resultKey: Expression | undefined;
  skip(reader);
  if (!reader.failed && close === '}' && expect(reader, '=>', 'between key and value of for')) {
    resultKey = result;
    result = reader.readExpression(reader);
    skip(reader);
  }
  const group = !reader.failed && take(reader, '...');
  skip(reader);
  const condition = !reader.failed && takeWord(reader, 'if') ? reader.readExpression(reader) : undefined;
  if (!reader.failed) expect(reader, close, 'at the end of the for expression');
  reader.brackets -= 1;
  return {
    kind: 'for',
    ...intro,
    ...(resultKey !== undefined && { resultKey }),
    result,
    group,
    ...(condition !== undefined && { condition }),
    origin: placeOf(reader, start, reader.at),
  };
}
