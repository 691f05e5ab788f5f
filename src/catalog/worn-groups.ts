import { casesOf } from '../model/fact.ts';
import type { SecurityGroupRule } from '../model/network.ts';
import type { System } from '../model/questions.ts';
import type { Resource } from '../model/resource.ts';
import type { Element } from '../model/system.ts';
import { literalOf } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';
import { managedPrefixList } from './data/managed-prefix-lists.ts';
import { openRules } from './open-rules.ts';

/** The security groups of the system that a resource wears. */
export function wornGroups(resource: Resource, system: System): readonly Element[] {
  const groups = casesOf(system.fact(resource.id, 'placement')).flatMap(({ fact }) =>
    fact.kind === 'unknown' ? [] : fact.value.securityGroups,
  );
  const elements = groups
    .flatMap((value) => system.resolve(value, resource.id))
    .flatMap((end) => (end.kind === 'resource' ? (system.elementOf(end.resource.id) ?? []) : []));
  return [...new Set(elements)];
}

/** Does a group that it wears let the whole internet in, whether or not it has an address there? */
export function letsInternetIn(resource: Resource, system: System): boolean {
  return wornGroups(resource, system).some((group) =>
    openRules(group, system).some(({ settledBy }) => settledBy === undefined),
  );
}

/** The rule by which its groups admit CloudFront; undefined when they do not, or admit the internet or other lists as well. */
export function edgeRule(resource: Resource, system: System): SecurityGroupRule | undefined {
  const groups = wornGroups(resource, system);
  if (groups.length === 0 || letsInternetIn(resource, system)) return undefined;
  const rules = groups
    .flatMap((group) => inboundRules(group, system))
    .filter(({ peerKind }) => peerKind === 'prefix-list');
  return rules.every(({ peer }) => isEdgeList(peer)) ? rules[0] : undefined;
}

function inboundRules(group: Element, system: System): readonly SecurityGroupRule[] {
  return group.resources
    .flatMap((id) => casesOf(system.fact(id, 'network')))
    .flatMap(({ fact }) => (fact.kind === 'unknown' ? [] : fact.value))
    .flatMap((part) => (part.kind === 'security-group-rule' && part.rule.direction === 'ingress' ? [part.rule] : []));
}

/** By region the list has other ids; a region that a mapping lacks cannot be deployed to. */
function isEdgeList(peer: Value | undefined): boolean {
  const names = optionsOf(peer).flatMap(({ value }) => {
    const name = literalOf((value === undefined ? undefined : textOf(value)) ?? ['?']);
    return name === undefined || name === '' ? [] : [name];
  });
  return names.length > 0 && names.every((name) => managedPrefixList(name, undefined)?.service === 'cloudfront');
}
