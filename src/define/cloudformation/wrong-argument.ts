import type { Value } from '../../model/value.ts';
import type { Node } from './node.ts';
import { type CallScope, report } from './scope.ts';
import { expression, unknownValue } from './value-case.ts';

/** The result of a call whose argument has another shape than CloudFormation demands; the user is told which. */
export function wrongArgument(scope: CallScope, argument: Node, wanted: string): Value {
  report(scope, 'error', 'wrong-argument', `${scope.call} takes ${wanted}; correct its argument`, argument.origin);
  const line = scope.context.origins.span(argument.origin)?.line ?? 0;
  return unknownValue(
    expression(`broken:${scope.template.path}:${line}`, `a correct argument of ${scope.call}`),
    scope.origin,
  );
}
