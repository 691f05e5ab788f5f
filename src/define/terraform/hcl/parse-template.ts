import { isFlushMarker, readHeredocEnd, withoutIndent } from './heredoc.ts';
import { readForIntro, takeWord } from './parse-for.ts';
import { expect, fail, placeOf, type Reader, skip, take } from './reader.ts';
import type { Expression, ForDirective, IfDirective, TemplatePart } from './syntax.ts';

/** A piece of a template before directives are put into each other. */
type Piece =
  | { readonly kind: 'text'; text: string }
  | { readonly kind: 'value'; readonly value: Expression }
  | { readonly kind: 'if'; readonly condition: Expression }
  | { readonly kind: 'for'; readonly intro: ReturnType<typeof readForIntro> }
  | { readonly kind: 'else' | 'endif' | 'endfor' };

/**
 * `quoted`: up to the closing quotation mark, the opening one is read; `heredoc`: from its `<<`; `whole`: to the end of the
 * text, as `templatefile` has it. A template that is nothing but one `${…}` is that expression.
 */
export function readTemplate(reader: Reader, form: 'quoted' | 'heredoc' | 'whole'): Expression {
  const start = form === 'quoted' ? reader.at - 1 : reader.at;
  const heredoc = form === 'heredoc' ? readHeredocEnd(reader) : undefined;
  if (form === 'heredoc' && heredoc === undefined)
    return fail(reader, 'the heredoc is not closed; add its end marker', start);
  const end = heredoc?.end ?? reader.text.length;
  const pieces = readPieces(reader, end, form === 'quoted');
  if (heredoc !== undefined) {
    if (isFlushMarker(reader.text, start)) withoutIndent(pieces);
    if (!reader.failed) reader.at = heredoc.after;
  }
  const origin = placeOf(reader, start, reader.at);
  const [only] = pieces;
  if (pieces.length === 1 && only?.kind === 'value' && form !== 'heredoc') return only.value;
  const parts = nested(pieces, reader, start);
  const plain = parts.every((part) => typeof part === 'string');
  return plain ? { kind: 'literal', value: parts.join(''), origin } : { kind: 'template', parts, origin };
}

/** Texts end at line breaks in heredocs and files: only then trimming and indentation come out as Terraform's. */
function readPieces(reader: Reader, end: number, quoted: boolean): Piece[] {
  const pieces: Piece[] = [];
  let trimNext = false;
  while (!reader.failed) {
    const literal = quoted ? readQuotedText(reader) : readPlainText(reader, end);
    const text = trimNext ? literal.trimStart() : literal;
    if (literal !== '') trimNext = false;
    if (text !== '') pieces.push({ kind: 'text', text });
    if (quoted ? take(reader, '"') : reader.at >= end) return pieces;
    const mark = sequenceAt(reader);
    if (mark !== undefined) trimNext = readSequence(reader, mark, pieces);
    else if (quoted) fail(reader, 'the quotation mark is not closed on this line');
  }
  return pieces;
}

function sequenceAt({ text, at }: Reader): '$' | '%' | undefined {
  const mark = text[at];
  return (mark === '$' || mark === '%') && text[at + 1] === '{' ? mark : undefined;
}

/** `${ … }` or `%{ … }`; tells whether blanks after it are to be dropped. */
function readSequence(reader: Reader, mark: '$' | '%', pieces: Piece[]): boolean {
  reader.at += 2;
  if (take(reader, '~')) {
    const last = pieces.at(-1);
    if (last?.kind === 'text') last.text = last.text.trimEnd();
  }
  const around = reader.brackets;
  reader.brackets = 1;
  skip(reader);
  pieces.push(mark === '$' ? { kind: 'value', value: reader.readExpression(reader) } : readDirective(reader));
  skip(reader);
  const trim = !reader.failed && take(reader, '~');
  if (!reader.failed) expect(reader, '}', 'at the end of the template sequence');
  reader.brackets = around;
  return trim;
}

function readDirective(reader: Reader): Piece {
  if (takeWord(reader, 'if')) return { kind: 'if', condition: reader.readExpression(reader) };
  if (takeWord(reader, 'else')) return { kind: 'else' };
  if (takeWord(reader, 'endif')) return { kind: 'endif' };
  if (takeWord(reader, 'endfor')) return { kind: 'endfor' };
  if (reader.text.startsWith('for', reader.at)) return { kind: 'for', intro: readForIntro(reader) };
  fail(reader, 'a template directive is one of if, else, endif, for, endfor');
  return { kind: 'endif' };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

function readQuotedText(reader: Reader): string {
  const { text } = reader;
  let result = '';
  let from = reader.at;
  for (;;) {
    const character = text[reader.at];
    if (character === undefined || character === '"' || character === '\n') break;
    if (character === '\\') {
      result += text.slice(from, reader.at) + readEscape(reader);
      from = reader.at;
    } else if ((character === '$' || character === '%') && text[reader.at + 1] === '{') {
      break;
    } else if (isDoubled(text, reader.at)) {
      result += text.slice(from, reader.at + 1);
      reader.at += 2;
      from = reader.at;
    } else reader.at += 1;
  }
  return result + text.slice(from, reader.at);
}

/** `$${` and `%%{` stand for `${` and `%{`. */
function isDoubled(text: string, at: number): boolean {
  const mark = text[at];
  return (mark === '$' || mark === '%') && text[at + 1] === mark && text[at + 2] === '{';
}

function readEscape(reader: Reader): string {
  const letter = reader.text[reader.at + 1] ?? '';
  const known = escapes[letter];
  if (known !== undefined) {
    reader.at += 2;
    return known;
  }
  const length = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const digits = reader.text.slice(reader.at + 2, reader.at + 2 + length);
  const code = /^[0-9a-fA-F]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1;
  if (length === 0 || code < 0 || code > 0x10ffff) {
    fail(reader, `\\${letter} is not an escape; write \\\\ for a backslash`);
    reader.at += 2;
    return '';
  }
  reader.at += 2 + length;
  return String.fromCodePoint(code);
}

/** To the end of the line, with the line break, or to the next sequence. */
function readPlainText(reader: Reader, end: number): string {
  const { text } = reader;
  let result = '';
  let from = reader.at;
  while (reader.at < end) {
    const character = text[reader.at];
    if (character === '\n') {
      reader.at += 1;
      break;
    }
    if (character === '$' || character === '%') {
      if (text[reader.at + 1] === '{') break;
      if (isDoubled(text, reader.at)) {
        result += text.slice(from, reader.at + 1);
        reader.at += 2;
        from = reader.at;
        continue;
      }
    }
    reader.at += 1;
  }
  const read = result + text.slice(from, reader.at);
  return read.includes('\r') ? read.replace('\r\n', '\n') : read;
}

/** A directive that is open while its parts are collected. */
interface Open {
  readonly piece: Extract<Piece, { kind: 'if' | 'for' }>;
  readonly whenTrue: TemplatePart[];
  readonly whenFalse: TemplatePart[];
  inElse: boolean;
}

function nested(pieces: readonly Piece[], reader: Reader, start: number): readonly TemplatePart[] {
  const root: TemplatePart[] = [];
  const stack: Open[] = [];
  const here = () => {
    const top = stack.at(-1);
    return top === undefined ? root : top.inElse ? top.whenFalse : top.whenTrue;
  };
  for (const piece of pieces) {
    const top = stack.at(-1);
    if (piece.kind === 'text') here().push(piece.text);
    else if (piece.kind === 'value') here().push(piece.value);
    else if (piece.kind === 'if' || piece.kind === 'for')
      stack.push({ piece, whenTrue: [], whenFalse: [], inElse: false });
    else if (piece.kind === 'else' && top?.piece.kind === 'if' && !top.inElse) top.inElse = true;
    else if (top !== undefined && piece.kind === `end${top.piece.kind}`) {
      stack.pop();
      here().push(closed(top));
    } else fail(reader, `%{ ${piece.kind} } has no directive that it belongs to`, start);
  }
  if (stack.length > 0) fail(reader, `%{ ${stack.at(-1)?.piece.kind} … } is not closed`, start);
  return root;
}

function closed({ piece, whenTrue, whenFalse }: Open): IfDirective | ForDirective {
  if (piece.kind === 'if') return { kind: 'if-directive', condition: piece.condition, whenTrue, whenFalse };
  return { kind: 'for-directive', ...piece.intro, body: whenTrue };
}
