import { always, and, type Guard, is, isPossible, never, not, or } from '../../model/guard.ts';
import type { Origin } from '../../model/origin.ts';
import { holesOf, literalOf, sameText, type Text, textKey } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import { soleFunction } from './function-call.ts';
import type { Node } from './node.ts';
import { resolveNode } from './resolve.ts';
import { report, type Scope } from './scope.ts';
import { casesOfValue } from './value-case.ts';

/** Under which guard a condition of the template holds. Undeclared and cyclic ones are reported and stay open. */
export function conditionNamed(name: string, scope: Scope, origin: Origin): Guard {
  const { template } = scope;
  const known = template.conditionGuards.get(name);
  if (known === 'busy') {
    report(scope, 'error', 'cyclic-condition', `condition ${name} depends on itself; break the cycle`, origin);
    return opaqueGuard(`cyclic:${name}`, name, scope);
  }
  if (known !== undefined) return known;
  const entry = template.conditions.get(name);
  if (entry === undefined) {
    report(
      scope,
      'error',
      'unknown-condition',
      `condition ${name} is not declared; declare it under Conditions or correct the name`,
      origin,
    );
    return opaqueGuard(`undeclared:${name}`, name, scope);
  }
  template.conditionGuards.set(name, 'busy');
  const guard = guardOf(entry.value, { ...scope, under: always }, name);
  template.conditionGuards.set(name, guard);
  return guard;
}

/** The guard of a condition expression; `name` is the condition that it stands in. */
export function guardOf(node: Node, scope: Scope, name: string): Guard {
  if (scope.run.depth > 400) {
    report(
      scope,
      'error',
      'too-deep',
      `condition ${name} hangs on too long a chain of others; shorten it`,
      node.origin,
    );
    return opaqueGuard(`deep:${name}`, name, scope);
  }
  scope.run.depth += 1;
  const guard = guardOfCall(node, scope, name);
  scope.run.depth -= 1;
  return guard;
}

function guardOfCall(node: Node, scope: Scope, name: string): Guard {
  const call = soleFunction(node);
  if (call === undefined) return guardOfScalar(node, scope, name);
  const parts = call.argument.kind === 'sequence' ? call.argument.items : [call.argument];
  switch (call.name) {
    case 'Condition':
      return call.argument.kind === 'scalar'
        ? conditionNamed(String(call.argument.value), scope, node.origin)
        : broken(node, scope, name);
    case 'Fn::And':
      return and(...parts.map((part) => guardOf(part, scope, name)));
    case 'Fn::Or':
      return or(...parts.map((part) => guardOf(part, scope, name)));
    case 'Fn::Not':
      return parts[0] !== undefined && parts.length === 1
        ? not(guardOf(parts[0], scope, name))
        : broken(node, scope, name);
    case 'Fn::Equals':
      return parts[0] !== undefined && parts[1] !== undefined && parts.length === 2
        ? equals({ left: parts[0], right: parts[1], node, name }, scope)
        : broken(node, scope, name);
    case 'Fn::Contains':
    case 'Fn::EachMemberEquals':
    case 'Fn::EachMemberIn':
      return parts[0] !== undefined && parts[1] !== undefined && parts.length === 2
        ? overList({ left: parts[0], right: parts[1], node, name }, call.name, scope)
        : broken(node, scope, name);
    default:
      return guardOfScalar(node, scope, name);
  }
}

function guardOfScalar(node: Node, scope: Scope, name: string): Guard {
  const value = resolveNode(node, { ...scope, mode: 'question' });
  const parts = casesOfValue(value).map((option) => {
    const text = textOf(option.value);
    const literal = text === undefined ? undefined : literalOf(text)?.toLowerCase();
    if (literal === 'true') return option.guard;
    if (literal === 'false') return never;
    return and(option.guard, text === undefined ? broken(node, scope, name) : opaqueGuard(textKey(text), name, scope));
  });
  return or(...parts);
}

function broken(node: Node, scope: Scope, name: string): Guard {
  report(
    scope,
    'error',
    'broken-condition',
    `condition ${name} cannot be understood here; use Fn::And, Fn::Or, Fn::Not, Fn::Equals or Condition with the right number of parts`,
    node.origin,
  );
  return opaqueGuard(`broken:${scope.context.origins.span(node.origin)?.line ?? 0}`, name, scope);
}

interface Comparison {
  readonly left: Node;
  readonly right: Node;
  readonly node: Node;
  readonly name: string;
}

function equals(comparison: Comparison, scope: Scope): Guard {
  const question: Scope = { ...scope, mode: 'question' };
  return sameCases(resolveNode(comparison.left, question), resolveNode(comparison.right, question), comparison, scope);
}

function sameCases(left: Value, right: Value, comparison: Comparison, scope: Scope): Guard {
  const answers: Guard[] = [];
  for (const one of casesOfValue(left)) {
    for (const other of casesOfValue(right)) {
      const both = and(one.guard, other.guard);
      if (isPossible(both)) answers.push(and(both, sameValue(one.value, other.value, comparison, scope)));
    }
  }
  return or(...answers);
}

function sameValue(left: Value, right: Value, comparison: Comparison, scope: Scope): Guard {
  const [a, b] = [textOf(left), textOf(right)];
  if (a === undefined || b === undefined) {
    const [x, y] = [valueKey(left), valueKey(right)];
    if (x !== undefined && x === y) return always;
    return x !== undefined && y !== undefined && isClosed(left) && isClosed(right)
      ? never
      : opaqueEquals(comparison, `${x} = ${y}`, scope);
  }
  const verdict = sameText(a, b);
  if (verdict === 'yes') return always;
  if (verdict === 'no') return never;
  return (
    comparedWithLiteral(a, b, scope) ??
    comparedWithLiteral(b, a, scope) ??
    opaqueEquals(comparison, [textKey(a), textKey(b)].sort().join(' = '), scope)
  );
}

/** `parameter = literal`, with the values that the parameter may have. */
function comparedWithLiteral(open: Text, closed: Text, scope: Scope): Guard | undefined {
  const [hole] = holesOf(open);
  const literal = literalOf(closed);
  if (
    hole === undefined ||
    open.length !== 1 ||
    literal === undefined ||
    hole.kind === 'secret' ||
    hole.kind === 'expression'
  )
    return undefined;
  const domain = scope.run.domains.get(hole.symbol);
  return domain !== undefined && !domain.includes(literal) ? never : is(hole.symbol, literal, domain);
}

/**
 * `Fn::Contains`: some item equals the value; `Fn::EachMemberEquals`: all do; `Fn::EachMemberIn`: each equals one of them.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-rules.html
 */
function overList(comparison: Comparison, call: string, scope: Scope): Guard {
  const question: Scope = { ...scope, mode: 'question' };
  const left = resolveNode(comparison.left, question);
  const right = resolveNode(comparison.right, question);
  const wanted = right.kind === 'list' ? right.items : [right];
  if (left.kind !== 'list' || left.open !== undefined || (right.kind === 'list' && right.open !== undefined)) {
    return opaqueEquals(comparison, `${call} ${valueKey(left)} ${valueKey(right)}`, scope);
  }
  const answers = left.items.map((item) => or(...wanted.map((value) => sameCases(item, value, comparison, scope))));
  return call === 'Fn::Contains' ? or(...answers) : and(...answers);
}

/** Opaque comparison; what it is under the defaults is noted as assumption. */
function opaqueEquals(comparison: Comparison, key: string, scope: Scope): Guard {
  const guard = opaqueGuard(key, comparison.name, scope);
  const symbol = guard[0]?.[0]?.symbol;
  if (symbol === undefined || scope.run.assumed.has(symbol)) return guard;
  const assumed: Scope = { ...scope, mode: 'assumed' };
  const left = textOf(resolveNode(comparison.left, assumed));
  const right = textOf(resolveNode(comparison.right, assumed));
  const verdict = left === undefined || right === undefined ? 'maybe' : sameText(left, right);
  if (verdict !== 'maybe') scope.run.assumed.set(symbol, verdict === 'yes' ? 'true' : 'false');
  return guard;
}

/** A question that cannot be taken apart: the same question has the same symbol everywhere in the template. */
function opaqueGuard(question: string, name: string, scope: Scope): Guard {
  const { opaque, path } = scope.template;
  let symbol = opaque.get(question);
  if (symbol === undefined) {
    const base = `condition:${path}/${name}`;
    const taken = new Set(opaque.values());
    symbol = base;
    for (let count = 2; taken.has(symbol); count += 1) symbol = `${base}#${count}`;
    opaque.set(question, symbol);
  }
  return is(symbol, 'true');
}

function valueKey(value: Value): string | undefined {
  const text = textOf(value);
  if (text !== undefined) return textKey(text);
  if (value.kind !== 'list') return undefined;
  return `[${value.items.map(valueKey).join(',')}${value.open === undefined ? '' : `…${value.open.symbol}`}]`;
}

function isClosed(value: Value): boolean {
  const text = textOf(value);
  if (text !== undefined) return literalOf(text) !== undefined;
  return value.kind === 'list' && value.open === undefined && value.items.every(isClosed);
}
