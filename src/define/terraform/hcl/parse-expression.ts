import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Origin, OriginTable } from '../../../model/origin.ts';
import { readTemplate } from './parse-template.ts';
import { readDigits, readTerm } from './parse-term.ts';
import { createReader, expect, fail, MOST_NESTED, placeOf, type Reader, readIdentifier, skip, take } from './reader.ts';
import type { AccessStep, BinaryOperator, Expression } from './syntax.ts';

/** A text as one expression to its end; for values that are given as texts. */
export function parseExpression(file: string, text: string, origins: OriginTable, place?: Origin): ParsedExpression {
  const reader = openReader(file, text, origins, place);
  reader.brackets = 1;
  const expression = readExpression(reader);
  skip(reader);
  if (!reader.failed && reader.at < text.length) fail(reader, 'something stands after the end of the expression');
  return { expression, diagnostics: reader.diagnostics };
}

/** A whole text as a template: what `templatefile` reads, and strings of the JSON syntax. */
export function parseTemplate(file: string, text: string, origins: OriginTable, place?: Origin): ParsedExpression {
  const reader = openReader(file, text, origins, place);
  return { expression: readTemplate(reader, 'whole'), diagnostics: reader.diagnostics };
}

export interface ParsedExpression {
  readonly expression: Expression;
  readonly diagnostics: readonly Diagnostic[];
}

/** A reader of a text from its beginning. */
export function openReader(file: string, text: string, origins: OriginTable, place?: Origin): Reader {
  return createReader({ file, text, origins, readExpression }, place);
}

/** Reads one expression from where the reader stands. */
export function readExpression(reader: Reader): Expression {
  if (reader.depth >= MOST_NESTED)
    return fail(reader, 'the expression is nested too deeply; take it apart with locals');
  reader.depth += 1;
  const result = readConditional(reader);
  reader.depth -= 1;
  return result;
}

function readConditional(reader: Reader): Expression {
  skip(reader);
  const start = reader.at;
  const condition = readBinary(reader, 1);
  const end = reader.at;
  skip(reader);
  if (reader.failed || !take(reader, '?')) {
    reader.at = reader.failed ? reader.at : end;
    return condition;
  }
  const whenTrue = readExpression(reader);
  if (!expect(reader, ':', 'after the first result of the conditional'))
    return { kind: 'broken', origin: condition.origin };
  const whenFalse = readExpression(reader);
  return { kind: 'conditional', condition, whenTrue, whenFalse, origin: placeOf(reader, start, reader.at) };
}

/** How strongly operators bind. Source: https://developer.hashicorp.com/terraform/language/expressions/operators */
const strengths: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

/** Operators that bind at least so strongly, joined from the left in a loop: a long chain must not deepen the stack. */
function readBinary(reader: Reader, least: number): Expression {
  skip(reader);
  const start = reader.at;
  let left = readUnary(reader);
  while (!reader.failed) {
    const end = reader.at;
    skip(reader);
    const operator = operatorAt(reader.text, reader.at);
    const strength = operator === undefined ? 0 : strengths[operator];
    if (operator === undefined || strength < least) {
      reader.at = end;
      return left;
    }
    reader.at += operator.length;
    const right = readBinary(reader, strength + 1);
    left = { kind: 'binary', operator, left, right, origin: placeOf(reader, start, reader.at) };
  }
  return left;
}

function operatorAt(text: string, at: number): BinaryOperator | undefined {
  const first = text[at];
  switch (first) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return first;
    case '<':
    case '>':
      return text[at + 1] === '=' ? `${first}=` : first;
    case '=':
    case '!':
      return text[at + 1] === '=' ? `${first}=` : undefined;
    case '&':
      return text[at + 1] === '&' ? '&&' : undefined;
    case '|':
      return text[at + 1] === '|' ? '||' : undefined;
    default:
      return undefined;
  }
}

function readUnary(reader: Reader): Expression {
  const signs: { readonly operator: '-' | '!'; readonly start: number }[] = [];
  skip(reader);
  for (;;) {
    const character = reader.text[reader.at];
    if ((character !== '!' || reader.text[reader.at + 1] === '=') && character !== '-') break;
    signs.push({ operator: character, start: reader.at });
    reader.at += 1;
    skip(reader);
  }
  if (signs.length > MOST_NESTED) return fail(reader, 'too many signs stand one after the other');
  let result = readPostfix(reader);
  for (const { operator, start } of signs.reverse())
    result = { kind: 'unary', operator, operand: result, origin: placeOf(reader, start, reader.at) };
  return result;
}

function readPostfix(reader: Reader): Expression {
  const start = reader.at;
  const of = readTerm(reader);
  if (reader.failed) return of;
  const steps = readSteps(reader, false);
  return steps.length === 0 ? of : { kind: 'access', of, steps, origin: placeOf(reader, start, reader.at) };
}

/** `.name`, `.0`, `[key]`, `[*]`, `.*`; of `.*` only the attributes that follow are taken in every item. */
function readSteps(reader: Reader, attributesOnly: boolean): readonly AccessStep[] {
  const steps: AccessStep[] = [];
  while (!reader.failed) {
    const start = reader.at;
    const character = reader.text[start];
    if (character === '.' && reader.text[start + 1] === '*') {
      reader.at += 2;
      steps.push({ kind: 'splat', each: readSteps(reader, true), origin: placeOf(reader, start, reader.at) });
    } else if (character === '.' && !reader.text.startsWith('...', start)) {
      reader.at += 1;
      const step = readAttributeStep(reader, start);
      if (step === undefined) return steps;
      steps.push(...step);
    } else if (character === '[' && !attributesOnly) {
      const step = readIndexStep(reader, start);
      if (step === undefined) return steps;
      steps.push(step);
    } else return steps;
  }
  return steps;
}

function readAttributeStep(reader: Reader, start: number): readonly AccessStep[] | undefined {
  skip(reader);
  const name = readIdentifier(reader);
  if (name !== undefined) return [{ kind: 'attribute', name, origin: placeOf(reader, start, reader.at) }];
  const digits = readDigits(reader);
  if (digits === '') {
    fail(reader, 'a name is missing after the dot');
    return undefined;
  }
  const origin = placeOf(reader, start, reader.at);
  return [{ kind: 'index', key: { kind: 'literal', value: Number(digits), origin }, origin }];
}

function readIndexStep(reader: Reader, start: number): AccessStep | undefined {
  reader.at += 1;
  reader.brackets += 1;
  skip(reader);
  const star = reader.text[reader.at] === '*';
  let key: Expression | undefined;
  if (star) reader.at += 1;
  else key = readExpression(reader);
  const closed = expect(reader, ']', 'after the index');
  reader.brackets -= 1;
  if (!closed) return undefined;
  if (key !== undefined) return { kind: 'index', key, origin: placeOf(reader, start, reader.at) };
  return { kind: 'splat', each: readSteps(reader, false), origin: placeOf(reader, start, reader.at) };
}
