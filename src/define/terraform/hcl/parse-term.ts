import { readFor, startsFor } from './parse-for.ts';
import { readTemplate } from './parse-template.ts';
import { expect, fail, placeOf, type Reader, readIdentifier, skip, startsIdentifier, take } from './reader.ts';
import type { Expression } from './syntax.ts';

/** A value without operators and steps: literal, template, list, object, call, name, or an expression in parentheses. */
export function readTerm(reader: Reader): Expression {
  const { text } = reader;
  const start = reader.at;
  const character = text[start];
  if (character === '"') return readQuoted(reader);
  if (character === '[') return readBracketed(reader);
  if (character === '{') return readObject(reader);
  if (character === '(') return readParenthesis(reader);
  if (character === '<' && text[start + 1] === '<') return readTemplate(reader, 'heredoc');
  if (character !== undefined && character >= '0' && character <= '9') return readNumber(reader);
  if (!startsIdentifier(text, start)) {
    return fail(reader, character === undefined ? 'the value is missing' : `a value cannot start with ${character}`);
  }
  return readName(reader);
}

function readQuoted(reader: Reader): Expression {
  reader.at += 1;
  return readTemplate(reader, 'quoted');
}

function readName(reader: Reader): Expression {
  const start = reader.at;
  let name = readIdentifier(reader) ?? '';
  while (take(reader, '::')) name += `::${readIdentifier(reader) ?? ''}`;
  const origin = placeOf(reader, start, reader.at);
  if (reader.text[reader.at] === '(') return readCall(reader, name, start);
  if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true', origin };
  return name === 'null' ? { kind: 'literal', value: null, origin } : { kind: 'name', name, origin };
}

function readCall(reader: Reader, name: string, start: number): Expression {
  reader.at += 1;
  reader.brackets += 1;
  const args: Expression[] = [];
  let spread = false;
  for (skip(reader); !reader.failed && !take(reader, ')'); skip(reader)) {
    if (spread) fail(reader, `) is missing after the arguments of ${name}`);
    args.push(reader.readExpression(reader));
    skip(reader);
    if (take(reader, '...')) spread = true;
    else if (!take(reader, ',') && reader.text[reader.at] !== ')')
      fail(reader, `a comma or ) is missing after an argument of ${name}`);
  }
  reader.brackets -= 1;
  return { kind: 'call', name, args, spread, origin: placeOf(reader, start, reader.at) };
}

function readParenthesis(reader: Reader): Expression {
  const start = reader.at;
  reader.at += 1;
  reader.brackets += 1;
  const inner = reader.readExpression(reader);
  expect(reader, ')', `for the one at ${reader.lines.at(start).line}:${reader.lines.at(start).column}`);
  reader.brackets -= 1;
  return inner;
}

function readBracketed(reader: Reader): Expression {
  const start = reader.at;
  reader.at += 1;
  reader.brackets += 1;
  skip(reader);
  if (startsFor(reader)) return readFor(reader, start, ']');
  const items: Expression[] = [];
  for (; !reader.failed && !take(reader, ']'); skip(reader)) {
    items.push(reader.readExpression(reader));
    skip(reader);
    if (!take(reader, ',') && reader.text[reader.at] !== ']') fail(reader, 'a comma or ] is missing after an item');
  }
  reader.brackets -= 1;
  return { kind: 'tuple', items, origin: placeOf(reader, start, reader.at) };
}

/** Items of an object end at commas or line breaks, although it stands in brackets. */
function readObject(reader: Reader): Expression {
  const start = reader.at;
  const around = reader.brackets;
  reader.at += 1;
  reader.brackets = 1;
  skip(reader);
  if (startsFor(reader)) {
    const loop = readFor(reader, start, '}');
    reader.brackets = around;
    return loop;
  }
  reader.brackets = 0;
  const items: { key: Expression; value: Expression }[] = [];
  for (skip(reader, true); !reader.failed && !take(reader, '}'); skip(reader, true)) {
    const key = readKey(reader);
    skip(reader);
    if (!take(reader, '=') && !take(reader, ':')) fail(reader, '= is missing after the key');
    if (reader.failed) break;
    skip(reader, true);
    items.push({ key, value: reader.readExpression(reader) });
    skip(reader);
    const next = reader.text[reader.at];
    if (!reader.failed && next !== '}' && next !== '\n' && !take(reader, ','))
      fail(reader, 'a comma, a line break or } is missing after an item');
  }
  reader.brackets = around;
  return { kind: 'object', items, origin: placeOf(reader, start, reader.at) };
}

/** A bare word is the key itself; anything else is evaluated. */
function readKey(reader: Reader): Expression {
  const start = reader.at;
  const name = readIdentifier(reader);
  if (name !== undefined) {
    skip(reader);
    const next = reader.text[reader.at];
    if ((next === '=' && reader.text[reader.at + 1] !== '=') || next === ':')
      return { kind: 'literal', value: name, origin: placeOf(reader, start, start + name.length) };
    reader.at = start;
  }
  return reader.readExpression(reader);
}

/** A run of digits, which may be empty. */
export function readDigits(reader: Reader): string {
  const start = reader.at;
  while (isDigit(reader.text.charCodeAt(reader.at))) reader.at += 1;
  return reader.text.slice(start, reader.at);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function readNumber(reader: Reader): Expression {
  const start = reader.at;
  readDigits(reader);
  if (reader.text[reader.at] === '.' && isDigit(reader.text.charCodeAt(reader.at + 1))) {
    reader.at += 1;
    readDigits(reader);
  }
  const mark = reader.at;
  if (reader.text[reader.at] === 'e' || reader.text[reader.at] === 'E') {
    reader.at += 1;
    if (reader.text[reader.at] === '+' || reader.text[reader.at] === '-') reader.at += 1;
    if (readDigits(reader) === '') reader.at = mark;
  }
  const origin = placeOf(reader, start, reader.at);
  return { kind: 'literal', value: Number(reader.text.slice(start, reader.at)), origin };
}
