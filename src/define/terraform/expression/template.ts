import type { Value } from '../../../model/value.ts';
import { conditional } from '../../cloudformation/value-case.ts';
import type { ForDirective, TemplateExpression, TemplatePart } from '../hcl/syntax.ts';
import { computed } from './computed.ts';
import { decided } from './conditional.ts';
import { elementsOf } from './elements.ts';
import { bind, type Scope } from './scope.ts';
import { isFailure } from './special.ts';
import { joined } from './text.ts';

/** The string of a template with values, conditions and loops in it. */
export function evaluateTemplate(expression: TemplateExpression, scope: Scope): Value {
  return textOfParts(expression.parts, scope, expression);
}

function textOfParts(parts: readonly TemplatePart[], scope: Scope, around: TemplateExpression): Value {
  const pieces = parts.flatMap((part) => piecesOf(part, scope, around));
  const failed = pieces.find((piece) => typeof piece !== 'string' && isFailure(piece));
  if (failed !== undefined && typeof failed !== 'string') return failed;
  return joined(pieces, scope.run, around.origin);
}

function piecesOf(part: TemplatePart, scope: Scope, around: TemplateExpression): readonly (string | Value)[] {
  if (typeof part === 'string') return [part];
  if (part.kind === 'for-directive') return loopPieces(part, scope, around);
  if (part.kind !== 'if-directive') return [scope.run.evaluate(part, scope)];
  const decision = decided(part.condition, scope);
  if (decision.kind === 'failure') return [decision.failure];
  const whenTrue = () => textOfParts(part.whenTrue, scope, around);
  const whenFalse = () => textOfParts(part.whenFalse, scope, around);
  if (decision.kind === 'known') return [decision.holds ? whenTrue() : whenFalse()];
  return [conditional(decision.guard, whenTrue, whenFalse, around.origin)];
}

function loopPieces(loop: ForDirective, scope: Scope, around: TemplateExpression): readonly (string | Value)[] {
  const collection = scope.run.evaluate(loop.collection, scope);
  if (isFailure(collection)) return [collection];
  const elements = elementsOf(collection);
  if (elements === undefined) return [computed(scope.run, 'for', [collection], around.origin)];
  const pieces = elements.items.map(({ key, value }) => {
    const names = { ...(loop.key !== undefined && { [loop.key]: key }), [loop.value]: value };
    return textOfParts(loop.body, bind(scope, names), around);
  });
  return elements.open === undefined
    ? pieces
    : [...pieces, { kind: 'unknown', hole: elements.open, origin: around.origin }];
}
