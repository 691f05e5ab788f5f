import type { AccessStep, Expression } from '../hcl/syntax.ts';

const LONGEST = 100;

/** An expression as people write it, cut when long: the name of a question that stays open. */
export function describeExpression(expression: Expression): string {
  const text = describe(expression, 6);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function describe(expression: Expression, depth: number): string {
  if (depth === 0) return '…';
  const inner = (part: Expression) => describe(part, depth - 1);
  switch (expression.kind) {
    case 'literal':
      return JSON.stringify(expression.value).slice(0, LONGEST);
    case 'name':
      return expression.name;
    case 'access':
      return (
        inner(expression.of) +
        expression.steps
          .slice(0, 10)
          .map((step) => describeStep(step, inner))
          .join('')
      );
    case 'call':
      return `${expression.name}(${expression.args.slice(0, 5).map(inner).join(', ')})`;
    case 'binary':
      return `${inner(expression.left)} ${expression.operator} ${inner(expression.right)}`;
    case 'unary':
      return `${expression.operator}${inner(expression.operand)}`;
    case 'conditional':
      return `${inner(expression.condition)} ? ${inner(expression.whenTrue)} : ${inner(expression.whenFalse)}`;
    case 'template':
      return `"${expression.parts
        .slice(0, 10)
        .map((part) => (typeof part === 'string' ? part : 'condition' in part || 'body' in part ? '%…' : '$…'))
        .join('')}"`;
    case 'tuple':
      return expression.items.length === 0 ? '[]' : '[…]';
    case 'object':
      return expression.items.length === 0 ? '{}' : '{…}';
    case 'for':
      return expression.resultKey === undefined ? '[for …]' : '{for …}';
    case 'broken':
      return '…';
  }
}

function describeStep(step: AccessStep, inner: (part: Expression) => string): string {
  if (step.kind === 'attribute') return `.${step.name}`;
  if (step.kind === 'index') return `[${inner(step.key)}]`;
  return `[*]${step.each.map((each) => describeStep(each, inner)).join('')}`;
}
