import type { Guard } from '../../../model/guard.ts';
import type { SecurityGroupRule } from '../../../model/network.ts';
import type { ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import { within } from '../../answer.ts';
import { memberCases } from '../../guarded-members.ts';
import { givenValues, optional } from './optional.ts';

type Direction = SecurityGroupRule['direction'];

/** Names of the properties that give the other side of a rule, by direction. */
const peers: Readonly<Record<Direction, readonly (readonly [string, SecurityGroupRule['peerKind']])[]>> = {
  ingress: [
    ['CidrIp', 'cidr'],
    ['CidrIpv6', 'cidr'],
    ['SourceSecurityGroupId', 'group'],
    ['SourceSecurityGroupName', 'group'],
    ['SourcePrefixListId', 'prefix-list'],
  ],
  egress: [
    ['CidrIp', 'cidr'],
    ['CidrIpv6', 'cidr'],
    ['DestinationSecurityGroupId', 'group'],
    ['DestinationPrefixListId', 'prefix-list'],
  ],
};

/** The rules that a view with the properties of a security group rule states: one for each peer that it names. */
export function groupRules(view: ResourceView, direction: Direction, guard?: Guard): readonly SecurityGroupRule[] {
  return peers[direction].flatMap(([property, peerKind]) =>
    givenValues(view, property).map((peer) => ({
      direction,
      ...optional(view, 'protocol', 'IpProtocol'),
      ...optional(view, 'fromPort', 'FromPort'),
      ...optional(view, 'toPort', 'ToPort'),
      peer,
      peerKind,
      origin: view.origin(),
      ...(guard !== undefined && { guard }),
    })),
  );
}

/** The rules of a list property; a list or rule that is not known counts as a rule of which nothing is known. */
export function listedRules(view: ResourceView, path: string, direction: Direction): readonly SecurityGroupRule[] {
  return memberCases(view, path).flatMap(({ guard, value }) =>
    value.kind === 'map' ? groupRules(within(view, value), direction, guard) : [openRule(value, direction, guard)],
  );
}

function openRule(value: Value, direction: Direction, guard: Guard): SecurityGroupRule {
  const all = { protocol: value, fromPort: value, toPort: value, peer: value };
  return { direction, ...all, peerKind: 'cidr', origin: value.origin, guard };
}
