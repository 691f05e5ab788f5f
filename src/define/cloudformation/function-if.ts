import { and, isPossible, not } from '../../model/guard.ts';
import { conditionNamed, guardOf } from './condition.ts';
import { resolveUnder } from './resolve.ts';
import type { IntrinsicFunction } from './scope.ts';
import { conditional } from './value-case.ts';
import { wrongArgument } from './wrong-argument.ts';

/** `Fn::If: [condition, whenTrue, whenFalse]`; a branch that the guard around rules out is left out. */
export const ifFunction: IntrinsicFunction = (argument, scope) => {
  const [condition, whenTrue, whenFalse, more] = argument.kind === 'sequence' ? argument.items : [];
  if (condition === undefined || whenTrue === undefined || whenFalse === undefined || more !== undefined) {
    return wrongArgument(scope, argument, 'a list of a condition and two values');
  }
  const guard =
    condition.kind === 'scalar'
      ? conditionNamed(String(condition.value), scope, condition.origin)
      : guardOf(condition, scope, 'inline');
  const opposite = not(guard);
  if (!isPossible(opposite) || !isPossible(and(scope.under, opposite)))
    return resolveUnder(whenTrue, guard, scope, scope.origin);
  if (!isPossible(guard) || !isPossible(and(scope.under, guard)))
    return resolveUnder(whenFalse, opposite, scope, scope.origin);
  return conditional(
    guard,
    () => resolveUnder(whenTrue, guard, scope),
    () => resolveUnder(whenFalse, opposite, scope),
    scope.origin,
  );
};
