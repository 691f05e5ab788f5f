import { describeValue } from '../../../src/catalog/describe-value.ts';
import type { Network, Stated } from '../../../src/define/reach/network/network.ts';
import {
  isDefaultGroup,
  type NetworkInterface,
  vpcOfDefaultGroup,
} from '../../../src/define/reach/network/network-interface.ts';
import type { Place } from '../../../src/define/reach/network/place.ts';
import { allPorts, joined, type Passage, type Stage, under } from '../../../src/define/reach/packets/passage.ts';
import { type Protocol, trafficOf } from '../../../src/define/reach/packets/rule-traffic.ts';
import { always, and, type Guard, isPossible } from '../../../src/model/guard.ts';
import type { SecurityGroupRule } from '../../../src/model/network.ts';
import type { Hop } from '../../../src/model/reach.ts';
import type { Resource } from '../../../src/model/resource.ts';
import type { Fit, Remote } from './remote.ts';

export type Direction = SecurityGroupRule['direction'];

/** What to ask of a component: traffic of this protocol, this way, with this other end. */
export interface Question {
  readonly direction: Direction;
  readonly protocol: Protocol;
  readonly remote: Remote;
}

/**
 * What the security groups of an interface let pass. Groups are stateful: answers need no rule. What any rule of any
 * group allows is allowed; nothing else is. ("Control traffic to your AWS resources using security groups")
 */
export function groupStage(network: Network, end: NetworkInterface, question: Question): Stage {
  const { addresses } = question.remote;
  if (end.placement.unfiltered === true)
    return { passages: [{ ports: allPorts, addresses, guard: always, hops: [] }], refusal: refusal(end, question) };
  const passages = end.groups.flatMap((group) => under(groupPassages(network, group, question), group.guard));
  return { passages: joined(passages), refusal: refusal(end, question) };
}

function refusal(end: NetworkInterface, { direction }: Question): Hop {
  const [group] = end.groups;
  const names = end.groups.map(({ name }) => name).join(', ');
  const way = direction === 'ingress' ? 'lets this in' : 'lets this out';
  return {
    component: 'security-group',
    because: `no rule of ${names} ${way}`,
    ...(group?.resource !== undefined && { resource: group.resource.id, origin: group.resource.origin }),
  };
}

function groupPassages(network: Network, group: Place, question: Question): readonly Passage[] {
  const { key, family } = question.remote;
  if (key === undefined) return findPassages(network, group, question);
  const asked = `group ${group.key} ${question.direction} ${question.protocol} ${family} ${key}`;
  return network.remember(asked, () => findPassages(network, group, question));
}

function findPassages(network: Network, group: Place, question: Question): readonly Passage[] {
  const rules = rulesOf(network, group);
  const known = rules.flatMap((stated) => rulePassages(group, rules, stated, question));
  const { addresses } = question.remote;
  const unclear = group.resource === undefined ? group.settledBy : network.unclear.get(group.key);
  if (unclear !== undefined) return [...known, { ports: allPorts, addresses, guard: always, hops: [], doubt: unclear }];
  return isDefaultGroup(group) ? [...known, ...defaultPassages(group, question)] : known;
}

/** Rules of the default group are stated of the VPC's attribute. */
function rulesOf(network: Network, group: Place): readonly StatedRule[] {
  return network.rules.get(isDefaultGroup(group) ? vpcOfDefaultGroup(group) : group.key) ?? [];
}

/** "Default security groups": inbound from the group itself, outbound to everywhere. */
function defaultPassages(group: Place, { direction, remote }: Question): readonly Passage[] {
  const hops: readonly Hop[] = [{ component: 'security-group', because: `${group.name} (default rules)` }];
  if (direction === 'egress') return [{ ports: allPorts, addresses: remote.addresses, guard: always, hops }];
  return remote.member(group).map((fit) => ({ ...fit, ports: allPorts, hops }));
}

type StatedRule = Stated<'security-group-rule'>;

function rulePassages(
  group: Place,
  rules: readonly StatedRule[],
  stated: StatedRule,
  question: Question,
): readonly Passage[] {
  const { rule } = stated.part;
  if (rule.direction !== question.direction) return [];
  const guard = and(stated.guard, rule.guard ?? always);
  // Whether rules of their own resources replace the open rule that EC2 adds is not documented.
  const replaced =
    rule.implied === true && rules.some(({ part }) => part.rule.direction === 'egress' && !part.rule.implied);
  const doubt = replaced ? `the outbound rules of ${group.name}` : undefined;
  return trafficOf(rule, question.protocol).flatMap((traffic) =>
    fitsOf(rule, stated.by, question.remote).flatMap((fit): readonly Passage[] => {
      const both: Guard = and(guard, traffic.guard, fit.guard);
      if (!isPossible(both)) return [];
      const open = traffic.doubt ?? fit.doubt ?? doubt;
      const { ports } = traffic;
      return [
        {
          ports,
          addresses: fit.addresses,
          guard: both,
          hops: [hop(group, stated)],
          ...(open !== undefined && { doubt: open }),
        },
      ];
    }),
  );
}

function fitsOf(rule: SecurityGroupRule, by: Resource, remote: Remote): readonly Fit[] {
  if (rule.peer === undefined) return [];
  switch (rule.peerKind) {
    case 'cidr':
      return remote.cidr(rule.peer, by);
    case 'group':
      return remote.group(rule.peer, by);
    case 'prefix-list':
      return remote.list(rule.peer, by);
  }
}

function hop(group: Place, { part: { rule } }: StatedRule): Hop {
  const peer = rule.peer === undefined ? 'nobody' : describeValue(rule.peer);
  const ports = [rule.fromPort, rule.toPort].flatMap((port) => (port === undefined ? [] : [describeValue(port)]));
  const [from, to] = ports;
  const span =
    from === undefined || from === '-1'
      ? 'all ports'
      : from === to || to === undefined
        ? `port ${from}`
        : `ports ${from}-${to}`;
  const protocol = rule.protocol === undefined ? '' : describeValue(rule.protocol);
  const every = protocol === '-1' ? 'everything' : `${protocol} ${span}`;
  const way = rule.direction === 'ingress' ? 'from' : 'to';
  return {
    component: 'security-group',
    because: `security group ${group.name} allows ${every} ${way} ${peer}`,
    origin: rule.origin,
    ...(group.resource !== undefined && { resource: group.resource.id }),
  };
}
