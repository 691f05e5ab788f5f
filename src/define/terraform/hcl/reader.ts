import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Origin, OriginTable } from '../../../model/origin.ts';
import { type LineIndex, lineIndex } from '../../cloudformation/line-index.ts';
import type { BrokenExpression, Expression } from './syntax.ts';

/** Where the parser stands in a text. The one mutable thing of parsing. */
export interface Reader {
  readonly text: string;
  readonly file: string;
  readonly origins: OriginTable;
  readonly lines: LineIndex;
  readonly diagnostics: Diagnostic[];
  /** Every node gets this place when set: the text is a string inside another document. */
  readonly place?: Origin;
  at: number;
  /** Reads one expression; passed along because templates, loops and expressions contain each other. */
  readonly readExpression: (reader: Reader) => Expression;
  /** Expressions inside each other. */
  depth: number;
  /** Brackets that are open around: line breaks count as white space then. */
  brackets: number;
  /** Set at the first error; whoever can go on (the block around) resets it. */
  failed: boolean;
}

/** Expressions may contain each other this deeply. */
export const MOST_NESTED = 150;

export function createReader(
  source: Pick<Reader, 'file' | 'text' | 'origins' | 'readExpression'>,
  place?: Origin,
): Reader {
  const { text } = source;
  return {
    ...source,
    lines: lineIndex(text, 1, 1),
    diagnostics: [],
    ...(place !== undefined && { place }),
    at: 0,
    depth: 0,
    brackets: 0,
    failed: false,
  };
}

/** The place from one offset to another (exclusive). */
export function placeOf(reader: Reader, start: number, end: number): Origin {
  if (reader.place !== undefined) return reader.place;
  const { line, column } = reader.lines.at(start);
  const last = end > start + 1 ? reader.lines.at(end - 1).line : line;
  return reader.origins.source(reader.file, line, column, Math.max(line, last));
}

/** Notes a syntax error once until somebody has recovered, and gives the expression that stands for it. */
export function fail(reader: Reader, message: string, at: number = reader.at): BrokenExpression {
  const origin = placeOf(reader, Math.min(at, reader.text.length), at + 1);
  if (!reader.failed) {
    reader.failed = true;
    const source = reader.origins.span(origin) ?? { file: reader.file, line: 1, column: 1, endLine: 1 };
    reader.diagnostics.push({ level: 'error', code: 'terraform-syntax', message, source });
  }
  return { kind: 'broken', origin };
}

const [tab, newline, carriage, space] = [9, 10, 13, 32];
const [hash, slash, star] = [35, 47, 42];

/** Skips blanks and comments; line breaks too when asked, or inside brackets. */
export function skip(reader: Reader, lineBreaks = false): void {
  const { text } = reader;
  const breaks = lineBreaks || reader.brackets > 0;
  for (;;) {
    const code = text.charCodeAt(reader.at);
    if (code === space || code === tab || code === carriage || (breaks && code === newline)) reader.at += 1;
    else if ((code !== hash && code !== slash) || !skipComment(reader, text.charCodeAt(reader.at + 1))) return;
  }
}

function skipComment(reader: Reader, second: number): boolean {
  const { text } = reader;
  const first = text.charCodeAt(reader.at);
  if (first === hash || second === slash) {
    const end = text.indexOf('\n', reader.at);
    reader.at = end < 0 ? text.length : end;
    return true;
  }
  if (second !== star) return false;
  const end = text.indexOf('*/', reader.at + 2);
  if (end < 0) fail(reader, 'the comment is not closed; add */');
  reader.at = end < 0 ? text.length : end + 2;
  return true;
}

/** Does the text go on with this? Takes it when it does. */
export function take(reader: Reader, token: string): boolean {
  if (!reader.text.startsWith(token, reader.at)) return false;
  reader.at += token.length;
  return true;
}

/** Takes the token after blanks, or fails. */
export function expect(reader: Reader, token: string, where: string): boolean {
  skip(reader);
  if (take(reader, token)) return true;
  fail(reader, `${token} is missing ${where}`);
  return false;
}

/** Letters, digits, `_` and `-`; the first is no digit. Letters of any script count. */
export function readIdentifier(reader: Reader): string | undefined {
  const start = reader.at;
  const { text } = reader;
  if (!startsIdentifier(text, start)) return undefined;
  let end = start + 1;
  while (end < text.length && isIdentifierPart(text.charCodeAt(end))) end += 1;
  reader.at = end;
  return text.slice(start, end);
}

export function startsIdentifier(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isLetter(code) || code === 95;
}

function isIdentifierPart(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57) || code === 95 || code === 45;
}

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code > 127 && code !== 0xfeff && code !== 0xfffd)
  );
}
