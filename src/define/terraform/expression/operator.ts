import { and, type Guard, isPossible, not, or } from '../../../model/guard.ts';
import type { Origin } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';
import { casesOfValue, combine, literalValue, mapCases } from '../../cloudformation/value-case.ts';
import type { BinaryExpression, BinaryOperator, Expression, UnaryExpression } from '../hcl/syntax.ts';
import { computed, flatProvenance } from './computed.ts';
import { booleanOf, numberOf } from './number.ts';
import { answerOf, guardOfValue, sameValue } from './question.ts';
import type { Scope } from './scope.ts';
import { failure, isFailure } from './special.ts';

/** Long chains such as `a + b + c …` lean to the left: they are walked in a loop, not by recursion. */
export function evaluateBinary(expression: BinaryExpression, scope: Scope): Value {
  const chain: BinaryExpression[] = [];
  let first: Expression = expression;
  while (first.kind === 'binary') {
    chain.push(first);
    first = first.left;
  }
  let left = scope.run.evaluate(first, scope);
  let leftExpression: Expression = first;
  for (const link of chain.reverse()) {
    left = applied(link, left, leftExpression, scope);
    leftExpression = link;
  }
  return left;
}

function applied(link: BinaryExpression, left: Value, leftExpression: Expression, scope: Scope): Value {
  const { operator, right: rightExpression, origin } = link;
  if (operator === '&&' || operator === '||') return logical(link, left, leftExpression, scope);
  const right = scope.run.evaluate(rightExpression, scope);
  if (operator === '==' || operator === '!=') return compared(left, right, operator === '!=', scope, origin);
  return combine([left, right], origin, ([a, b]) =>
    a === undefined || b === undefined ? left : arithmetic(operator, a, b, scope, origin),
  );
}

/** Both sides are evaluated, as Terraform does, unless the left one settles it. */
function logical(link: BinaryExpression, left: Value, leftExpression: Expression, scope: Scope): Value {
  const { operator, origin } = link;
  const known = booleanOf(left);
  if (known === (operator === '||')) return literalValue(known, origin, flatProvenance([left]));
  const right = scope.run.evaluate(link.right, scope);
  const other = booleanOf(right);
  if (known !== undefined && other !== undefined) return literalValue(other, origin, flatProvenance([left, right]));
  if (other === (operator === '||')) return literalValue(other, origin, flatProvenance([left, right]));
  const failed = [left, right].find(isFailure);
  if (failed !== undefined) return failed;
  const join = operator === '&&' ? and : or;
  return answerOf(join(guardOfValue(left, leftExpression, scope), guardOfValue(right, link.right, scope)), origin);
}

export function evaluateUnary({ operator, operand, origin }: UnaryExpression, scope: Scope): Value {
  const value = scope.run.evaluate(operand, scope);
  return mapCases(value, origin, (one) => {
    if (isFailure(one)) return one;
    if (operator === '!') {
      const known = booleanOf(one);
      if (known !== undefined) return literalValue(!known, origin, flatProvenance([one]));
      if (one.kind === 'literal') return failure('wrong-type', '! needs true or false', origin);
      return answerOf(not(guardOfValue(one, operand, scope)), origin);
    }
    const number = numberOf(one);
    if (number !== undefined) return literalValue(-number, origin, flatProvenance([one]));
    return one.kind === 'literal'
      ? failure('wrong-type', '- needs a number', origin)
      : computed(scope.run, '-', [one], origin);
  });
}

/** `==`: for every combination of alternatives; what only the deployment tells stays a question. */
export function compared(left: Value, right: Value, negated: boolean, scope: Scope, origin: Origin): Value {
  const failed = [left, right].find(isFailure);
  if (failed !== undefined) return failed;
  const pairs = casesOfValue(left).flatMap((one) =>
    casesOfValue(right).map((other) => ({
      guard: and(one.guard, other.guard),
      values: [one.value, other.value] as const,
    })),
  );
  let holds: Guard = [];
  for (const { guard, values } of pairs) {
    if (!isPossible(guard) || values.some(isFailure)) continue;
    const same = sameValue(values[0], values[1], scope, origin);
    if (same === 'open') return computed(scope.run, negated ? '!=' : '==', [left, right], origin);
    holds = or(holds, and(guard, same));
  }
  const answer = answerOf(negated ? not(holds) : holds, origin);
  const { defaults } = flatProvenance([left, right]);
  return answer.kind === 'literal' && defaults.length > 0 ? { ...answer, defaults } : answer;
}

function arithmetic(operator: BinaryOperator, left: Value, right: Value, scope: Scope, origin: Origin): Value {
  const failed = [left, right].find(isFailure);
  if (failed !== undefined) return failed;
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a === undefined || b === undefined) {
    const open = [left, right].some((one) => one.kind === 'unknown' || one.kind === 'text');
    if (!open) return failure('wrong-type', `${operator} needs two numbers`, origin);
    return computed(scope.run, operator, [left, right], origin);
  }
  const result = calculated(operator, a, b);
  if (result === undefined) return failure('division-by-zero', 'a number is divided by zero', origin);
  return literalValue(result, origin, flatProvenance([left, right]));
}

function calculated(operator: BinaryOperator, a: number, b: number): number | boolean | undefined {
  switch (operator) {
    case '+':
      return exact(a + b);
    case '-':
      return exact(a - b);
    case '*':
      return exact(a * b);
    case '/':
      return b === 0 ? undefined : exact(a / b);
    case '%':
      return b === 0 ? undefined : exact(a % b);
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    default:
      return undefined;
  }
}

/** Terraform counts in decimals: `0.1 + 0.2` is `0.3`. */
function exact(value: number): number {
  return Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(15));
}
