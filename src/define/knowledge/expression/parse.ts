import { type BinaryOperator, type Expression, type Fault, type FoldName, foldNames } from './node.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Longer expressions are refused, as are those of more parts or deeper than these. */
const mostCharacters = 4000;
const mostNodes = 400;
const mostDepth = 40;

/** What binds tighter has the higher number; operators of one number group from the left. */
const strength: Readonly<Record<BinaryOperator, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  in: 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
};

/** Thrown and caught in this file only: the first fault ends the parsing. */
class ParseFault extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** How far the parser is, and what it has made. */
interface Parsing {
  readonly tokens: readonly Token[];
  next: number;
  nodes: number;
  depth: number;
}

/** Reads an expression in CEL's syntax, as far as `docs/guide/rule-files.md` tells it. Work is bounded by the text's length. */
export function parseExpression(source: string): Expression | Fault {
  if (source.length > mostCharacters)
    return { message: `it has more than ${mostCharacters} characters; split the rule`, at: 0 };
  const tokens = tokensOf(source);
  if ('message' in tokens) return tokens;
  try {
    const parsing: Parsing = { tokens, next: 0, nodes: 0, depth: 0 };
    const result = expression(parsing);
    const { kind, text, at } = peek(parsing);
    return kind === 'end' ? result : { message: `${text} is one too many`, at };
  } catch (fault) {
    if (fault instanceof ParseFault) return { message: fault.message, at: fault.at };
    throw fault;
  }
}

function peek({ tokens, next }: Parsing): Token {
  return tokens[next] ?? { kind: 'end', text: 'the end', at: 0 };
}

function take(parsing: Parsing): Token {
  const token = peek(parsing);
  parsing.next += 1;
  return token;
}

function takeIf(parsing: Parsing, sign: string): boolean {
  const { kind, text } = peek(parsing);
  if (kind !== 'sign' || text !== sign) return false;
  parsing.next += 1;
  return true;
}

function expect(parsing: Parsing, sign: string, why: string): void {
  const { text, at } = peek(parsing);
  if (!takeIf(parsing, sign)) throw new ParseFault(`${sign} is missing before ${text}: ${why}`, at);
}

function made<T extends Expression>(parsing: Parsing, node: T): T {
  parsing.nodes += 1;
  if (parsing.nodes > mostNodes) throw new ParseFault(`it has more than ${mostNodes} parts; split the rule`, node.at);
  return node;
}

/** Reads something that may hold itself. */
function nested<T>(parsing: Parsing, read: () => T): T {
  parsing.depth += 1;
  if (parsing.depth > mostDepth) throw new ParseFault(`it is nested deeper than ${mostDepth}`, peek(parsing).at);
  const result = read();
  parsing.depth -= 1;
  return result;
}

function expression(parsing: Parsing): Expression {
  return nested(parsing, () => {
    const test = binary(parsing, 1);
    if (!takeIf(parsing, '?')) return test;
    const yes = expression(parsing);
    expect(parsing, ':', 'a condition is written test ? yes : no');
    return made(parsing, { kind: 'conditional', test, yes, no: expression(parsing), at: test.at });
  });
}

function binary(parsing: Parsing, least: number): Expression {
  let left = unary(parsing);
  for (;;) {
    const operator = operatorOf(peek(parsing));
    if (operator === undefined || strength[operator] < least) return left;
    const { at } = take(parsing);
    left = made(parsing, { kind: 'binary', operator, left, right: binary(parsing, strength[operator] + 1), at });
  }
}

function unary(parsing: Parsing): Expression {
  const { at } = peek(parsing);
  const kind = takeIf(parsing, '!') ? 'not' : takeIf(parsing, '-') ? 'minus' : undefined;
  if (kind === undefined) return postfix(parsing);
  return nested(parsing, () => made(parsing, { kind, of: unary(parsing), at }));
}

function postfix(parsing: Parsing): Expression {
  let of = primary(parsing);
  for (;;) {
    const { at } = peek(parsing);
    if (takeIf(parsing, '.')) of = afterDot(parsing, of, at);
    else if (takeIf(parsing, '[')) {
      of = made(parsing, { kind: 'member', of, key: expression(parsing), at });
      expect(parsing, ']', 'an index is written list[0] or map["key"]');
    } else return of;
  }
}

function afterDot(parsing: Parsing, of: Expression, at: number): Expression {
  const token = take(parsing);
  if (token.kind !== 'name') throw new ParseFault(`a name is missing after the dot, not ${token.text}`, token.at);
  if (!takeIf(parsing, '(')) {
    const key = made(parsing, { kind: 'literal', value: token.text, at: token.at } as const);
    return made(parsing, { kind: 'member', of, key, at });
  }
  const args = listUpTo(parsing, ')');
  return isFoldName(token.text)
    ? foldOf(parsing, of, { name: token.text, at: token.at, args })
    : made(parsing, { kind: 'method', of, name: token.text, args, at: token.at });
}

function foldOf(
  parsing: Parsing,
  of: Expression,
  { name, at, args }: { readonly name: FoldName; readonly at: number; readonly args: readonly Expression[] },
): Expression {
  const [variable, body] = args;
  if (variable?.kind !== 'name' || body === undefined || args.length !== 2)
    throw new ParseFault(`${name} is written list.${name}(x, what is asked of x)`, at);
  return made(parsing, { kind: 'fold', name, of, variable: variable.name, body, at });
}

function listUpTo(parsing: Parsing, closing: string): readonly Expression[] {
  const items: Expression[] = [];
  if (takeIf(parsing, closing)) return items;
  do items.push(expression(parsing));
  while (takeIf(parsing, ','));
  expect(parsing, closing, 'each bracket that is opened is closed');
  return items;
}

function primary(parsing: Parsing): Expression {
  const token = take(parsing);
  const { at, text } = token;
  if (token.kind === 'number') return made(parsing, { kind: 'literal', value: Number(text), at });
  if (token.kind === 'text') return made(parsing, { kind: 'literal', value: text, at });
  if (token.kind === 'name') return named(parsing, token);
  if (text === '(') {
    const inner = expression(parsing);
    expect(parsing, ')', 'each bracket that is opened is closed');
    return inner;
  }
  if (text === '[') return made(parsing, { kind: 'list', items: listUpTo(parsing, ']'), at });
  throw new ParseFault(`a value is missing before ${text}`, at);
}

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function named(parsing: Parsing, { text, at }: Token): Expression {
  const constant = constants.get(text);
  if (constant !== undefined) return made(parsing, { kind: 'literal', value: constant, at });
  if (text === 'in') throw new ParseFault('in stands between a value and a list or map', at);
  if (takeIf(parsing, '(')) return made(parsing, { kind: 'call', name: text, args: listUpTo(parsing, ')'), at });
  return made(parsing, { kind: 'name', name: text, at });
}

function operatorOf({ kind, text }: Token): BinaryOperator | undefined {
  if (kind === 'name') return text === 'in' ? 'in' : undefined;
  return kind === 'sign' && Object.hasOwn(strength, text) ? (text as BinaryOperator) : undefined;
}

function isFoldName(text: string): text is FoldName {
  return foldNames.some((name) => name === text);
}
