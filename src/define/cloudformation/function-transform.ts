import { includedNode, isInclude } from './include.ts';
import { resolveNode } from './resolve.ts';
import { type IntrinsicFunction, report } from './scope.ts';
import { expression, unknownValue } from './value-case.ts';

/** `Fn::Transform`: a local `AWS::Include` is put in; what other macros make is not known. */
export const transformFunction: IntrinsicFunction = (argument, scope) => {
  const node = isInclude(argument) ? includedNode(argument, scope) : undefined;
  if (node !== undefined) return resolveNode(node, scope, scope.origin);
  const name = argument.kind === 'mapping' ? argument.entries.get('Name')?.value : undefined;
  const shown = name?.kind === 'scalar' ? String(name.value) : 'without a name';
  if (!isInclude(argument)) {
    report(
      scope,
      'warning',
      'macro-not-supported',
      `macro ${shown} is not run, what it makes is unknown; give the template after its macros`,
      argument.origin,
    );
  }
  return unknownValue(
    expression(`macro:${scope.template.path}/${shown}`, `the template after its macro ${shown}`),
    scope.origin,
  );
};
