import { describeText, type Hole, literalOf, type Text, textKey } from '../../model/text.ts';
import { textOf, type Value } from '../../model/value.ts';
import type { Node } from './node.ts';
import { parameterValue } from './parameter.ts';
import { attributeValue, refValue } from './physical-name.ts';
import { pseudoParameter } from './pseudo-parameter.ts';
import { resolveNode } from './resolve.ts';
import { type CallScope, type Declaration, type IntrinsicFunction, report, type Scope } from './scope.ts';
import { expression, mapCases, provenanceOf, relocated, textValue, unknownValue } from './value-case.ts';
import { wrongArgument } from './wrong-argument.ts';

/** `Ref: name` of a parameter, pseudo parameter or resource. */
export const refFunction: IntrinsicFunction = (argument, scope) => {
  if (argument.kind !== 'scalar' || argument.value === null)
    return wrongArgument(scope, argument, 'the name of a parameter or resource');
  return reference(String(argument.value), argument, scope);
};

function reference(name: string, node: Node, scope: CallScope): Value {
  const pseudo = pseudoParameter(name, scope, scope.origin, node);
  if (pseudo !== undefined) return pseudo;
  const parameter = scope.template.parameters.get(name);
  if (parameter !== undefined) return parameterValue(parameter, scope, scope.origin);
  const resource = scope.template.resources.get(name);
  if (resource !== undefined) return relocated(refValue(resource), scope.origin);
  return undeclared(name, node, scope);
}

/** A name inside `Fn::Sub`: as `Ref`, or as `Fn::GetAtt` when it has a dot. */
export function namedReference(name: string, node: Node, scope: CallScope): Value {
  const dot = name.indexOf('.');
  if (dot < 0) return reference(name, node, scope);
  return attribute(name.slice(0, dot), name.slice(dot + 1), node, scope);
}

/** `Fn::GetAtt: [resource, attribute]` or `resource.attribute`. */
export const getAttFunction: IntrinsicFunction = (argument, scope) => {
  if (argument.kind === 'scalar') {
    const whole = String(argument.value ?? '');
    const dot = whole.indexOf('.');
    if (dot <= 0) return wrongArgument(scope, argument, 'a resource and an attribute, `resource.attribute`');
    return attribute(whole.slice(0, dot), whole.slice(dot + 1), argument, scope);
  }
  const [resource, ...names] = argument.kind === 'sequence' ? argument.items : [];
  if (resource === undefined || names.length === 0)
    return wrongArgument(scope, argument, 'a list of a resource and an attribute');
  const owner = literalText(resolveNode(resource, scope));
  const parts = names.map((part) => literalText(resolveNode(part, scope)));
  if (owner === undefined || parts.some((part) => part === undefined)) {
    return unknownValue(
      expression(`attribute:${scope.template.path}/${owner ?? '?'}.?`, 'the name of the attribute'),
      scope.origin,
    );
  }
  return attribute(owner, parts.join('.'), argument, scope);
};

function attribute(owner: string, name: string, node: Node, scope: CallScope): Value {
  const resource = scope.template.resources.get(owner);
  if (resource === undefined) return undeclared(owner, node, scope, name);
  return relocated(attributeValue(resource, name, scope, node.origin), scope.origin);
}

function literalText(value: Value): string | undefined {
  const content = textOf(value);
  return content === undefined ? undefined : literalOf(content);
}

function undeclared(name: string, node: Node, scope: CallScope, attributeName?: string): Value {
  const symbol = `undeclared:${scope.template.path}/${name}${attributeName === undefined ? '' : `.${attributeName}`}`;
  if (scope.template.macros) {
    return unknownValue(expression(symbol, `the template after its macros, which declare ${name}`), scope.origin);
  }
  report(
    scope,
    'error',
    'unknown-reference',
    `${scope.call} names ${name}, which is neither a parameter nor a resource of the template; declare it or correct the name`,
    node.origin,
  );
  return unknownValue(expression(symbol, `a declaration of ${name}`), scope.origin);
}

/** `Fn::ImportValue: name`: the value that another stack exports. */
export const importFunction: IntrinsicFunction = (argument, scope) =>
  mapCases(resolveNode(argument, scope), scope.origin, (value) => {
    const name = textOf(value);
    if (name === undefined) return wrongArgument(scope, argument, 'the name of an export');
    const exported = scope.context.exported(name, scope.unit.deployment);
    return exported === undefined
      ? textValue([importHole(name)], scope.origin, { ...provenanceOf(value), refs: [] })
      : relocated(exported, scope.origin);
  });

function importHole(name: Text): Hole {
  return {
    kind: 'import',
    symbol: `import:${textKey(name)}`,
    settledBy: `--context with the stack that exports ${describeText(name)}`,
  };
}

/** The resource that a logical id names, reported when there is none. */
export function declaredResource(name: string, node: Node, scope: Scope): Declaration | undefined {
  const resource = scope.template.resources.get(name);
  if (resource === undefined && !scope.template.macros) {
    report(
      scope,
      'error',
      'unknown-reference',
      `${name} is not a resource of the template; declare it or correct the name`,
      node.origin,
    );
  }
  return resource;
}
