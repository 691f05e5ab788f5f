import { always, and } from '../../model/guard.ts';
import type { Origin } from '../../model/origin.ts';
import type { Value } from '../../model/value.ts';
import { soleFunction } from './function-call.ts';
import type { Node } from './node.ts';
import { report, type Scope } from './scope.ts';
import { expression, unknownValue } from './value-case.ts';

/** Chains of references and nesting together; deeper ones could overflow the stack. */
const MOST_DEPTH = 500;

/** The value of a node with every function in it evaluated; `origin` when the place to show is a larger one. */
export function resolveNode(node: Node, scope: Scope, origin: Origin = node.origin): Value {
  if (scope.run.depth >= MOST_DEPTH) {
    report(scope, 'error', 'too-deep', 'references refer to references in too long a chain; shorten it', node.origin);
    return unknownValue(expression(`deep:${scope.template.path}`, 'a shorter chain of references'), origin);
  }
  scope.run.depth += 1;
  const value = scope.run.evaluate(node, scope, origin);
  scope.run.depth -= 1;
  return value;
}

/**
 * User data is kept as the instance gets to read it: `Fn::Base64` around it only serves transport, and what is written
 * there (commands, secrets) must stay readable for the analysis.
 */
export function resolveProperty(key: string, node: Node, scope: Scope, origin: Origin): Value {
  const call = key === 'UserData' ? soleFunction(node) : undefined;
  return resolveNode(call?.name === 'Fn::Base64' ? call.argument : node, scope, origin);
}

/** What is resolved in a branch that holds only under a guard. */
export function resolveUnder(node: Node, guard: Scope['under'], scope: Scope, origin?: Origin): Value {
  const under = and(scope.under, guard);
  return resolveNode(node, { ...scope, under: under.length === 0 ? always : under }, origin);
}
