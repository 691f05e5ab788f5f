import type { Fault } from './node.ts';

/** A word, number, text or sign of an expression. */
export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
  /** A text without its quotes, its escapes resolved. */
  readonly text: string;
  readonly at: number;
}

const signs = ['||', '&&', '==', '!=', '<=', '>=', ...'<>!()[].,?:+-*/%'] as const;
const space = /[ \t\r\n]+|\/\/[^\n]*/y;
const name = /[A-Za-z_][A-Za-z0-9_]*/y;
const number = /(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?(?![A-Za-z0-9_])/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\', '"': '"', "'": "'" };

/** Splits an expression; linear in its length. */
export function tokensOf(source: string): readonly Token[] | Fault {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  while (at < source.length) {
    const blank = match(space);
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const quote = source[at];
    if (quote === '"' || quote === "'") {
      const read = textAt(source, at, quote);
      if ('message' in read) return read;
      tokens.push({ kind: 'text', text: read.text, at });
      at = read.end;
      continue;
    }
    const token = plainToken(match, source, at);
    if (token === undefined) return { message: `${source[at]} means nothing here`, at };
    tokens.push(token);
    at += token.text.length;
  }
  return [...tokens, { kind: 'end', text: 'the end', at }];
}

function plainToken(match: (pattern: RegExp) => string | undefined, source: string, at: number): Token | undefined {
  const word = match(name);
  if (word !== undefined) return { kind: 'name', text: word, at };
  const digits = match(number);
  if (digits !== undefined) return { kind: 'number', text: digits, at };
  const sign = signs.find((each) => source.startsWith(each, at));
  return sign === undefined ? undefined : { kind: 'sign', text: sign, at };
}

function textAt(source: string, start: number, quote: string): { readonly text: string; readonly end: number } | Fault {
  let text = '';
  for (let at = start + 1; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === quote) return { text, end: at + 1 };
    if (character !== '\\') text += character;
    else {
      at += 1;
      const escaped = escapes[source.charAt(at)];
      if (escaped === undefined)
        return { message: `\\${source.charAt(at)} is no escape; write \\\\ for \\`, at: at - 1 };
      text += escaped;
    }
  }
  return { message: `the text that begins here has no closing ${quote}`, at: start };
}
