import type { Hole } from '../../../model/text.ts';
import type { Value } from '../../../model/value.ts';
import { relocated } from '../../cloudformation/value-case.ts';
import { callFunction } from '../functions/call.ts';
import type { AccessExpression, Expression, NameExpression, ObjectExpression } from '../hcl/syntax.ts';
import { takeSteps } from './access.ts';
import { computed, computedHole } from './computed.ts';
import { evaluateConditional } from './conditional.ts';
import { evaluateFor } from './loop.ts';
import { evaluateBinary, evaluateUnary } from './operator.ts';
import { boundName, isExhausted, type Scope } from './scope.ts';
import { failure, isFailure } from './special.ts';
import { evaluateTemplate } from './template.ts';
import { plainString } from './text.ts';

/** The value of an expression. Never throws: what Terraform would refuse is a failure, what only apply tells a hole. */
export function evaluate(expression: Expression, scope: Scope): Value {
  if (expression.kind === 'literal') return { kind: 'literal', value: expression.value, origin: expression.origin };
  const { run } = scope;
  const exhausted = isExhausted(run);
  if (exhausted !== undefined) {
    const message =
      exhausted === 'depth'
        ? 'references refer to references in too long a chain; shorten it'
        : 'the configuration takes too many steps to evaluate; what comes after is not known';
    return failure(exhausted === 'depth' ? 'too-deep' : 'too-large', message, expression.origin);
  }
  run.depth += 1;
  run.steps += 1;
  const value = evaluateKind(expression, scope);
  run.depth -= 1;
  return value;
}

function evaluateKind(expression: Exclude<Expression, { kind: 'literal' }>, scope: Scope): Value {
  switch (expression.kind) {
    case 'name':
      return named(expression, scope);
    case 'access':
      return accessed(expression, scope);
    case 'template':
      return evaluateTemplate(expression, scope);
    case 'tuple':
      return { kind: 'list', items: expression.items.map((item) => evaluate(item, scope)), origin: expression.origin };
    case 'object':
      return objectOf(expression, scope);
    case 'call':
      return callFunction(expression, scope);
    case 'for':
      return evaluateFor(expression, scope);
    case 'conditional':
      return evaluateConditional(expression, scope);
    case 'binary':
      return evaluateBinary(expression, scope);
    case 'unary':
      return evaluateUnary(expression, scope);
    case 'broken':
      return computed(scope.run, 'unreadable', [], expression.origin);
  }
}

function named(expression: NameExpression, scope: Scope): Value {
  const bound = boundName(scope, expression.name);
  if (bound !== undefined) return relocated(bound, expression.origin);
  return scope.module.lookup(expression.name, [], scope, expression.origin).value;
}

function accessed(expression: AccessExpression, scope: Scope): Value {
  const { of, steps, origin } = expression;
  const bound = of.kind === 'name' ? boundName(scope, of.name) : undefined;
  if (of.kind !== 'name' || bound !== undefined)
    return placed(takeSteps(bound ?? evaluate(of, scope), steps, scope), expression);
  const { value, used } = scope.module.lookup(of.name, steps, scope, origin);
  return placed(takeSteps(value, steps.slice(used), scope), expression);
}

/** Scalars stand where they are used; parts of lists and maps keep their places. */
function placed(value: Value, expression: AccessExpression): Value {
  return isFailure(value) ? value : relocated(value, expression.origin);
}

/** Keys that are not known leave the map open; the last of equal ones counts. */
function objectOf(expression: ObjectExpression, scope: Scope): Value {
  const { origin } = expression;
  const entries = new Map<string, Value>();
  let open: Hole | undefined;
  for (const item of expression.items) {
    const keyValue = evaluate(item.key, scope);
    if (isFailure(keyValue)) return keyValue;
    const key = plainString(keyValue, scope.run, item.key.origin);
    const value = evaluate(item.value, scope);
    if (key !== undefined) entries.set(key, value);
    else open ??= computedHole(scope.run, 'object', [keyValue, value]);
  }
  return { kind: 'map', entries, origin, ...(open !== undefined && { open }) };
}
