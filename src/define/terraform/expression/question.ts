import { always, and, type Guard, is, isPossible, never, not, or } from '../../../model/guard.ts';
import type { Origin } from '../../../model/origin.ts';
import { holesOf, literalOf, sameText, type Text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { casesOfValue, conditional } from '../../cloudformation/value-case.ts';
import type { Expression } from '../hcl/syntax.ts';
import { computedHole, isKnown } from './computed.ts';
import { describeExpression } from './describe.ts';
import { booleanOf } from './number.ts';
import type { Scope } from './scope.ts';
import { isFailure, isJson } from './special.ts';
import { stringOf } from './text.ts';

/**
 * Under which guard a condition holds. Defaults of variables stay open in it; what they make of it is noted as assumption.
 * A condition that fails in every case holds never.
 */
export function guardOf(expression: Expression, scope: Scope): Guard {
  if (expression.kind === 'literal') return booleanOf({ ...expression, kind: 'literal' }) === true ? always : never;
  const question: Scope = scope.mode === 'property' ? { ...scope, mode: 'question' } : scope;
  if (expression.kind === 'unary' && expression.operator === '!') return not(guardOf(expression.operand, question));
  return guardOfValue(scope.run.evaluate(expression, question), expression, question);
}

/** The guard of the cases in which a value is true. */
export function guardOfValue(value: Value, expression: Expression, scope: Scope): Guard {
  const parts = casesOfValue(value).map((option): Guard => {
    const known = booleanOf(option.value);
    if (known !== undefined) return known ? option.guard : never;
    if (isFailure(option.value) || option.value.kind === 'literal') return never;
    return and(option.guard, openQuestion(option.value, expression, scope));
  });
  return or(...parts);
}

function openQuestion(value: Value, expression: Expression, scope: Scope): Guard {
  const { run } = scope;
  const text = textOf(value);
  const [hole] = text === undefined ? [] : holesOf(text);
  if (hole?.kind === 'parameter' && text?.length === 1) {
    assume(hole.symbol, expression, scope);
    return is(hole.symbol, 'true', run.domains.get(hole.symbol));
  }
  const key = hole !== undefined && text?.length === 1 ? hole.symbol : computedHole(run, 'question', [value]).symbol;
  const symbol = questionSymbol(key, expression, scope);
  assume(symbol, expression, scope);
  return is(symbol, 'true');
}

/** The same question has the same symbol everywhere; different ones that read the same are numbered. */
function questionSymbol(key: string, expression: Expression, scope: Scope): string {
  const { questions, questionNames, source } = scope.run;
  const known = questions.get(key);
  if (known !== undefined) return known;
  const base = `condition:${source.deployment}/${describeExpression(expression).replaceAll('/', '|')}`;
  const count = (questionNames.get(base) ?? 0) + 1;
  questionNames.set(base, count);
  const symbol = count === 1 ? base : `${base}#${count}`;
  questions.set(key, symbol);
  return symbol;
}

/** What the question's answer is when all defaults are taken. */
function assume(symbol: string, expression: Expression, scope: Scope): void {
  const { assumed } = scope.run;
  if (assumed.has(symbol)) return;
  const value = scope.run.evaluate(expression, { ...scope, mode: 'assumed' });
  const answer = booleanOf(value);
  if (answer !== undefined) assumed.set(symbol, String(answer));
}

/** `true` under the guard, `false` otherwise. */
export function answerOf(guard: Guard, origin: Origin): Value {
  if (!isPossible(guard)) return { kind: 'literal', value: false, origin };
  if (!isPossible(not(guard))) return { kind: 'literal', value: true, origin };
  return conditional(
    guard,
    () => ({ kind: 'literal', value: true, origin }),
    () => ({ kind: 'literal', value: false, origin }),
    origin,
  );
}

/** Are two values the same? `undefined`: only the guard of a question would tell. */
export function sameValue(left: Value, right: Value, scope: Scope, origin: Origin): Guard | 'open' {
  if (isJson(left) || isJson(right) || left.kind === 'text' || right.kind === 'text')
    return sameStrings(stringOf(left, scope.run, origin), stringOf(right, scope.run, origin), left, right);
  if (left.kind === 'literal' && right.kind === 'literal') return left.value === right.value ? always : never;
  if (left.kind === 'unknown' || right.kind === 'unknown') return sameOpen(left, right, scope);
  if (left.kind !== right.kind) return never;
  if (!isKnown(left) || !isKnown(right)) return 'open';
  return computedHole(scope.run, 'same', [left]).symbol === computedHole(scope.run, 'same', [right]).symbol
    ? always
    : never;
}

function sameStrings(a: Text | undefined, b: Text | undefined, left: Value, right: Value): Guard | 'open' {
  if (a === undefined || b === undefined) return never;
  if ([left, right].some((one) => one.kind === 'literal' && typeof one.value !== 'string')) return never;
  const verdict = sameText(a, b);
  if (verdict === 'yes') return always;
  if (verdict === 'no') return never;
  return comparedWithLiteral(a, b) ?? comparedWithLiteral(b, a) ?? 'open';
}

function sameOpen(left: Value, right: Value, scope: Scope): Guard | 'open' {
  if (left.kind === 'unknown' && right.kind === 'unknown' && left.hole.symbol === right.hole.symbol) return always;
  const [open, closed] = left.kind === 'unknown' ? [left, right] : [right, left];
  if (open.kind !== 'unknown' || open.hole.kind !== 'parameter' || closed.kind !== 'literal' || closed.value === null)
    return 'open';
  const domain = scope.run.domains.get(open.hole.symbol);
  const value = String(closed.value);
  return domain !== undefined && !domain.includes(value) ? never : is(open.hole.symbol, value, domain);
}

/** `variable = literal`. */
function comparedWithLiteral(open: Text, closed: Text): Guard | undefined {
  const [hole] = holesOf(open);
  const literal = literalOf(closed);
  if (hole === undefined || open.length !== 1 || literal === undefined || hole.kind !== 'parameter') return undefined;
  return is(hole.symbol, literal);
}
