import { type Guard, isPossible, not } from '../../../model/guard.ts';
import type { Value } from '../../../model/value.ts';
import { conditional } from '../../cloudformation/value-case.ts';
import type { ConditionalExpression, Expression } from '../hcl/syntax.ts';
import { booleanOf } from './number.ts';
import { guardOf } from './question.ts';
import type { Scope } from './scope.ts';
import { type Failure, failure, isFailure } from './special.ts';
import { isConvertible, unified } from './unify.ts';

/** What a condition says at this place. */
export type Decision =
  | { readonly kind: 'known'; readonly holds: boolean }
  | { readonly kind: 'open'; readonly guard: Guard }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** Decides a condition; one that only a variable's default settles stays open, except when all defaults are assumed. */
export function decided(condition: Expression, scope: Scope): Decision {
  const asked: Scope = scope.mode === 'property' ? { ...scope, mode: 'question' } : scope;
  const value = scope.run.evaluate(condition, asked);
  if (isFailure(value)) return { kind: 'failure', failure: value };
  const known = booleanOf(value);
  if (known !== undefined) return { kind: 'known', holds: known };
  if (value.kind === 'literal' || value.kind === 'list' || value.kind === 'map')
    return { kind: 'failure', failure: failure('wrong-type', 'a condition must be true or false', condition.origin) };
  const guard = guardOf(condition, asked);
  if (!isPossible(guard)) return { kind: 'known', holds: false };
  return isPossible(not(guard)) ? { kind: 'open', guard } : { kind: 'known', holds: true };
}

/** `condition ? whenTrue : whenFalse`. */
export function evaluateConditional(expression: ConditionalExpression, scope: Scope): Value {
  const { condition, whenTrue, whenFalse, origin } = expression;
  const decision = decided(condition, scope);
  if (decision.kind === 'failure') return decision.failure;
  const { evaluate } = scope.run;
  if (decision.kind === 'known') {
    const value = evaluate(decision.holds ? whenTrue : whenFalse, scope);
    if (!isConvertible(value)) return value;
    return unified(value, evaluate(decision.holds ? whenFalse : whenTrue, scope), scope);
  }
  const [yes, no] = [evaluate(whenTrue, scope), evaluate(whenFalse, scope)];
  return conditional(
    decision.guard,
    () => unified(yes, no, scope),
    () => unified(no, yes, scope),
    origin,
  );
}
