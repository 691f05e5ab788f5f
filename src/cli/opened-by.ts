import type { Connection, Hop } from '../model/reach.ts';
import type { ReachQuestion } from './explain-reach.ts';

type Advice = (question: string, from: string) => string;

/** What would let a connection pass the component that stops it. */
const advice: Readonly<Record<Hop['component'], Advice | undefined>> = {
  'security-group': (what, from) => `a rule of the group that allows ${what} with ${from} at the other side`,
  'network-acl': (what, from) =>
    `entries of the network ACL before those that deny: ${what} with ${from} one way, the answers on ports 1024-65535 the other`,
  route: (_, from) => `a route of the subnet that leads towards ${from}, by a gateway that lets connections in`,
  gateway: () => 'an internet gateway that is attached to the VPC',
  'public-address': () => 'a public address: an elastic IP address, or one that the subnet gives',
  peering: () => 'a peering connection of the two VPCs, with routes on both sides',
  'transit-gateway': () =>
    'an association of each attachment with a table of the transit gateway that has a route, or a propagation, to the other',
  'private-gateway': () => 'a gateway that is attached to the VPC, with a line that leads to the network',
  'public-access-block': () => 'an exclusion from the block of public access for the VPC or subnet',
  firewall: () => 'a rule of the firewall that lets it pass',
  endpoint: () => 'an endpoint whose groups let the caller in',
  'endpoint-policy': () => 'a statement of the policy of the endpoint',
  'load-balancer': () => 'a listener that forwards to the target',
  listener: () => 'a listener on the port',
  'target-group': () => 'a target group with the target in it',
  'front-door': () => 'a public endpoint',
  trigger: () => 'an event source that names it',
  'control-plane': () => 'switching it on',
  // What has no address, or accepts nothing there, is not opened by any rule.
  placement: undefined,
};

/** What would open a connection that is blocked, all of it together; empty when it is not, or no rule could. */
export function openedBy(
  { verdict, blockedBy, alsoBlockedBy = [] }: Connection,
  question: ReachQuestion,
): readonly string[] {
  if (verdict !== 'blocked' || blockedBy === undefined) return [];
  const { port, protocol, from } = question;
  const what =
    protocol === 'icmp' ? 'ping' : `${protocol ?? 'tcp'} ${port === undefined ? 'on a port' : `port ${port}`}`;
  const needed = [blockedBy, ...alsoBlockedBy].map(({ component }) => advice[component]?.(what, from));
  return needed.includes(undefined) ? [] : [...new Set(needed.flatMap((one) => one ?? []))];
}
