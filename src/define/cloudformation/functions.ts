import { guardOf } from './condition.ts';
import { ifFunction } from './function-if.ts';
import { cidrFunction, lengthFunction, selectFunction, splitFunction, zonesFunction } from './function-list.ts';
import { findInMapFunction } from './function-map.ts';
import { getAttFunction, importFunction, refFunction } from './function-reference.ts';
import { base64Function, joinFunction, subFunction, toJsonFunction } from './function-text.ts';
import { transformFunction } from './function-transform.ts';
import type { IntrinsicFunction } from './scope.ts';
import { conditional, literalValue } from './value-case.ts';

const asBoolean: IntrinsicFunction = (argument, scope) => {
  const entry = { key: scope.call, keyOrigin: scope.origin, origin: scope.origin, value: argument };
  const guard = guardOf(
    { kind: 'mapping', entries: new Map([[scope.call, entry]]), origin: argument.origin },
    scope,
    'inline',
  );
  return conditional(
    guard,
    () => literalValue(true, scope.origin),
    () => literalValue(false, scope.origin),
    scope.origin,
  );
};

/** Functions of `Rules` that ask the account: what parameters' resources exist there, and their attributes. */
const askAccount: IntrinsicFunction = (argument, scope) => {
  const line = scope.context.origins.span(argument.origin)?.line ?? 0;
  const symbol = `${scope.call}:${scope.template.path}:${line}`;
  const open = { kind: 'lookup', symbol, settledBy: 'the resources of the account' } as const;
  return { kind: 'list', items: [], open, origin: scope.origin };
};

/**
 * CloudFormation's functions by name.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export const functions: ReadonlyMap<string, IntrinsicFunction> = new Map<string, IntrinsicFunction>([
  ['Ref', refFunction],
  ['Fn::GetAtt', getAttFunction],
  ['Fn::Sub', subFunction],
  ['Fn::Join', joinFunction],
  ['Fn::Select', selectFunction],
  ['Fn::Split', splitFunction],
  ['Fn::If', ifFunction],
  ['Fn::FindInMap', findInMapFunction],
  ['Fn::ImportValue', importFunction],
  ['Fn::Base64', base64Function],
  ['Fn::Cidr', cidrFunction],
  ['Fn::GetAZs', zonesFunction],
  ['Fn::Length', lengthFunction],
  ['Fn::ToJsonString', toJsonFunction],
  ['Fn::Transform', transformFunction],
  ['Fn::RefAll', askAccount],
  ['Fn::ValueOf', askAccount],
  ['Fn::ValueOfAll', askAccount],
  ['Fn::And', asBoolean],
  ['Fn::Or', asBoolean],
  ['Fn::Not', asBoolean],
  ['Fn::Equals', asBoolean],
]);
