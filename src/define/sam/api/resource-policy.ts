import type { Origin } from '../../../model/origin.ts';
import type { Node } from '../../cloudformation/node.ts';
import { canonicalJson } from '../content-id.ts';
import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import { fieldOf, isPlainMap, itemsOf, textOf } from '../fields.ts';
import { type Made, type MadeObject, sub, toNode } from '../made.ts';
import { methodInArn, pathInArn, type Route } from './api-draft.ts';

/** The statements that `ResourcePolicy` of an API, or of a route, stands for. */
export function policyStatements(
  given: Node,
  resources: readonly Made[],
  owner: SamResource,
  expansion: Expansion,
): readonly Made[] {
  if (!isPlainMap(given)) {
    const message = `ResourcePolicy of ${owner.id} must be a map; correct it`;
    diagnose(expansion, 'sam-invalid-property', message, given.origin);
    return [];
  }
  const list = (name: string) => itemsOf(fieldOf(given, name));
  const Resource = resources;
  const accounts = (effect: string, name: string) =>
    list(name).length === 0
      ? []
      : [{ Effect: effect, Action: 'execute-api:Invoke', Resource, Principal: { AWS: list(name) } }];
  const conditions = [
    ...ranges(given),
    ...networks(given, 'Blacklist', 'StringEquals', owner, expansion),
    ...networks(given, 'Whitelist', 'StringNotEquals', owner, expansion),
  ];
  const anyone = { Action: 'execute-api:Invoke', Resource, Principal: '*' };
  return [
    ...accounts('Allow', 'AwsAccountWhitelist'),
    ...accounts('Deny', 'AwsAccountBlacklist'),
    ...(conditions.length === 0 ? [] : [{ Effect: 'Allow', ...anyone }]),
    ...conditions.map((Condition) => ({ Effect: 'Deny', ...anyone, Condition })),
    ...customStatements(given),
  ];
}

function customStatements(given: Node): readonly Node[] {
  return itemsOf(fieldOf(given, 'CustomStatements'));
}

function ranges(given: Node): readonly MadeObject[] {
  const range = (name: string, operator: string) => {
    const addresses = itemsOf(fieldOf(given, name));
    return addresses.length === 0 ? [] : [{ [operator]: { 'aws:SourceIp': addresses } }];
  };
  return [...range('IpRangeWhitelist', 'NotIpAddress'), ...range('IpRangeBlacklist', 'IpAddress')];
}

/** VPCs and VPC endpoints that may, or may not, call the API. */
function networks(
  given: Node,
  list: string,
  ...[operator, owner, expansion]: readonly [string, SamResource, Expansion]
): readonly MadeObject[] {
  const named = itemsOf(fieldOf(given, `SourceVpc${list}`));
  if (named.some((item) => textOf(item) === undefined)) {
    const message = `SourceVpc${list} of ${owner.id} takes texts only; use IntrinsicVpc${list} for the others`;
    diagnose(expansion, 'sam-invalid-property', message, given.origin);
  }
  const texts = named.flatMap((item) => textOf(item) ?? []);
  const vpcs = [
    ...texts.filter((text) => !text.startsWith('vpce-')),
    ...itemsOf(fieldOf(given, `IntrinsicVpc${list}`)),
  ];
  const endpoints = [
    ...texts.filter((text) => text.startsWith('vpce-')),
    ...itemsOf(fieldOf(given, `IntrinsicVpce${list}`)),
  ];
  const condition = {
    ...(vpcs.length > 0 && { 'aws:SourceVpc': vpcs }),
    ...(endpoints.length > 0 && { 'aws:SourceVpce': endpoints }),
  };
  return Object.keys(condition).length === 0 ? [] : [{ [operator]: condition }];
}

/** The resource of a route in the policy of its API. */
export function routeResource({ path, method }: Pick<Route, 'path' | 'method'>, stage: Made): Made {
  const resource = `execute-api:/<__Stage__>/${methodInArn(method)}${pathInArn(path)}`;
  return sub(resource, { __Stage__: stage });
}

/** The policy of an API from the statements of its routes; undefined when there are none. */
export function policyDocument(statements: readonly Made[]): MadeObject | undefined {
  const distinct = new Map(statements.map((one) => [canonicalJson(toNode(one, 0 as Origin)), one]));
  return statements.length === 0 ? undefined : { Version: '2012-10-17', Statement: [...distinct.values()] };
}
