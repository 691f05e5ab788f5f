import { isAlways } from '../../../src/model/guard.ts';
import type { Connection, Hop } from '../../../src/model/reach.ts';

type Told = (connection: Connection, hops: readonly Hop[]) => boolean;

const cites = (component: Hop['component'], pattern = /./): Told => {
  return (_, hops) => hops.some((hop) => hop.component === component && pattern.test(hop.because));
};

/**
 * What may decide an answer, and how the answer tells that it did: by the components that it passes, by the one that
 * stops it, by its guard, or by the input that it hangs on.
 */
export const features: Readonly<Record<string, Told>> = {
  'rule for a block': cites('security-group', / (from|to) [\d.]+\/\d+/),
  'rule for a block of IPv6': cites('security-group', / (from|to) [\da-f:]+\/\d+/),
  'rule for a group': cites('security-group', / (from|to) Vpc\w(Web|App|Db)\b/),
  'rule for its own group': cites('security-group', /group (\w+) allows .* from \1\b/),
  'prefix list': (connection, hops) =>
    cites('security-group', /Offices|pl-/)(connection, hops) || /prefix list/.test(connection.settledBy ?? ''),
  'default group': cites('security-group', /default security group|\(default rules\)/),
  'no rule': (connection) => connection.blockedBy?.component === 'security-group',
  'network ACL': cites('network-acl'),
  'answers through a network ACL': cites('network-acl', /answers/),
  'route that is missing': (connection) => connection.blockedBy?.component === 'route',
  'internet gateway': cites('gateway', /internet gateway/),
  'block of public access': cites('public-access-block'),
  'NAT gateway': cites('route', /Nat\b/),
  'public address': cites('public-address'),
  'IPv6 address': cites('public-address', /IPv6/),
  peering: cites('route', /leads to Vpc\wToVpc/),
  'transit gateway': cites('transit-gateway'),
  'private line': (connection, hops) =>
    cites('private-gateway')(connection, hops) || cites('route', /leads to (Lines|vgw-)|Line/)(connection, hops),
  firewall: cites('firewall'),
  'public endpoint': cites('front-door'),
  'endpoint of a service': cites('endpoint'),
  'endpoint service': cites('endpoint', /endpoint service|no endpoint of the input/),
  'port that is not listened on': cites('placement', /accepts no connections/),
  'no network at all': cites('placement', /no VPC|no address|service's address/),
  guard: ({ verdict, guard }) => verdict !== 'blocked' && !isAlways(guard),
  parameter: ({ settledBy }) => /^parameter/.test(settledBy ?? ''),
  'something else that is not known': ({ settledBy }) => settledBy !== undefined && !/^parameter/.test(settledBy),
};

/** The features that an answer says it was decided by. */
export function featuresOf(connection: Connection): readonly string[] {
  const { through, blockedBy } = connection;
  const hops = blockedBy === undefined ? through : [...through, blockedBy];
  return Object.entries(features).flatMap(([name, told]) => (told(connection, hops) ? [name] : []));
}
