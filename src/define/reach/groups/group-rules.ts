import { describeValue } from '../../../catalog/describe-value.ts';
import { always, and, type Guard, isPossible } from '../../../model/guard.ts';
import type { SecurityGroupRule } from '../../../model/network.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Network, Stated } from '../network/network.ts';
import { asGroups, isDefaultGroup, vpcOfDefaultGroup } from '../network/network-interface.ts';
import type { Place } from '../network/place.ts';
import { allPorts } from '../packets/passage.ts';
import type { Ranges } from '../packets/ranges.ts';
import { type Protocol, trafficOf } from '../packets/rule-traffic.ts';
import { blockOptions, listOptions, type Peer } from './peer.ts';

export type Direction = SecurityGroupRule['direction'];

/** A rule of a security group as a set of packets: everything is read but how its peer fits the other end. */
export interface GroupRule {
  readonly ports: Ranges<number>;
  readonly guard: Guard;
  readonly peer: Peer;
  readonly hops: readonly Hop[];
  /** What it hangs on: the first comes before a doubt about the peer, the last after it. */
  readonly firstDoubt?: string;
  readonly lastDoubt?: string;
}

/**
 * The rules of a security group for one direction and protocol. Groups are stateful, and what any rule allows is allowed
 * ("Control traffic to your AWS resources using security groups", VPC user guide).
 */
export function groupRules(
  network: Network,
  group: Place,
  of: { readonly direction: Direction; readonly protocol: Protocol },
): readonly GroupRule[] {
  const isDefault = isDefaultGroup(group);
  const stated = network.rules.get(isDefault ? vpcOfDefaultGroup(group) : group.key) ?? [];
  const opens = stated.some(({ part }) => part.rule.direction === 'egress' && !part.rule.implied);
  const rules = stated
    .filter(({ part }) => part.rule.direction === of.direction)
    .flatMap((one) => compiled(network, group, { one, opens, protocol: of.protocol }));
  const unclear = group.resource === undefined ? group.settledBy : network.unclear.get(group.key);
  if (unclear !== undefined)
    return [...rules, { ports: allPorts, guard: always, hops: [], peer: { kind: 'anyone', doubt: unclear } }];
  return isDefault ? [...rules, defaultRule(group, of.direction)] : rules;
}

/** "Default security groups": inbound from the group itself, outbound to everywhere. */
function defaultRule(group: Place, direction: Direction): GroupRule {
  const hops: readonly Hop[] = [{ component: 'security-group', because: `${group.name} (default rules)` }];
  const peer: Peer = direction === 'egress' ? { kind: 'anyone' } : { kind: 'groups', wanted: [group] };
  return { ports: allPorts, guard: always, peer, hops };
}

interface Reading {
  readonly one: Stated<'security-group-rule'>;
  /** The group has outbound rules besides the open one that EC2 adds. */
  readonly opens: boolean;
  readonly protocol: Protocol;
}

function compiled(network: Network, group: Place, { one, opens, protocol }: Reading): readonly GroupRule[] {
  const { rule } = one.part;
  const peer = peerOf(network, rule, one.by);
  if (peer === undefined) return [];
  // Whether rules of their own resources replace the open rule that EC2 adds is not documented.
  const last = rule.implied === true && opens ? { lastDoubt: `the outbound rules of ${group.name}` } : {};
  return trafficOf(rule, protocol).flatMap(({ ports, guard: when, doubt }): readonly GroupRule[] => {
    const guard = and(one.guard, rule.guard ?? always, when);
    if (!isPossible(guard)) return [];
    return [
      { ports, guard, peer, hops: [citation(group, one)], ...(doubt !== undefined && { firstDoubt: doubt }), ...last },
    ];
  });
}

function peerOf(network: Network, rule: SecurityGroupRule, by: Resource): Peer | undefined {
  if (rule.peer === undefined) return undefined;
  switch (rule.peerKind) {
    case 'cidr':
      return { kind: 'blocks', options: blockOptions(network, rule.peer, by) };
    case 'group':
      return { kind: 'groups', wanted: network.places(rule.peer, by).flatMap(asGroups(network)) };
    case 'prefix-list':
      return { kind: 'blocks', options: listOptions(network, rule.peer, by) };
  }
}

function citation(group: Place, { part: { rule } }: Stated<'security-group-rule'>): Hop {
  const peer = rule.peer === undefined ? 'nobody' : describeValue(rule.peer);
  const [from, to] = [rule.fromPort, rule.toPort].flatMap((port) => (port === undefined ? [] : [describeValue(port)]));
  const protocol = rule.protocol === undefined ? '' : describeValue(rule.protocol);
  const span =
    from === undefined || from === '-1'
      ? 'all ports'
      : from === to || to === undefined
        ? `port ${from}`
        : `ports ${from}-${to}`;
  const what = protocol === '-1' ? 'everything' : `${protocol} ${span}`;
  return {
    component: 'security-group',
    because: `security group ${group.name} allows ${what} ${rule.direction === 'ingress' ? 'from' : 'to'} ${peer}`,
    origin: rule.origin,
    ...(group.resource !== undefined && { resource: group.resource.id }),
  };
}
