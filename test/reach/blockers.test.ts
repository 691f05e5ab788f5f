import { describe, expect, test } from 'vitest';
import type { Connection, NetworkEnd } from '../../src/model/reach.ts';
import { deploy } from './deploy.ts';
import { acl, bothWays } from './internet-case.ts';
import { anyone, entry, group, instance, type Part, ref, route, subnet, template, twoTiers } from './two-tiers.ts';

type Change = Readonly<Record<string, Part | undefined>>;

const tcp = (port: number, more: object) => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port, ...more });
const port = (from: number) => ({ Protocol: 6, PortRange: { From: from, To: from } });
const onlyOn = (allowed: number) => acl({ In: entry('Acl', 100, port(allowed)), Out: bothWays.Out });

/** The components that stop a connection, first the one that the way comes to first. */
const blockers = ({ blockedBy, alsoBlockedBy = [] }: Connection) =>
  (blockedBy === undefined ? [] : [blockedBy, ...alsoBlockedBy]).map(({ component }) => component);

function told(change: Change, from: string, to: string, on?: number): readonly string[] {
  const { reach, end } = deploy(template({ ...twoTiers, ...change }));
  const at = (name: string): NetworkEnd => (name === 'internet' ? { kind: 'internet' } : end(name));
  return blockers(reach.connect(at(from), at(to), on));
}

describe('a refusal names the first component on the way, and those behind it that stop the same by themselves', () => {
  const closed = { WebGroup: group([]) };
  const natAcl = { ...onlyOn(443), Out: entry('Acl', 100, { Egress: true, ...port(443) }) };
  test.each<readonly [string, Change, readonly [string, string, number?], readonly string[]]>([
    ['a group alone', closed, ['internet', 'Web', 443], ['security-group']],
    ['another port than the group lets in', {}, ['internet', 'Web', 22], ['security-group']],
    ['an ACL before a group that would let it in', onlyOn(22), ['internet', 'Web', 443], ['network-acl']],
    ['an ACL that lets pass another port than the group', onlyOn(22), ['internet', 'Web'], ['security-group']],
    [
      'an ACL and a group, each for another port',
      { ...onlyOn(22), WebGroup: group([anyone(8080)]) },
      ['internet', 'Web', 443],
      ['network-acl', 'security-group'],
    ],
    [
      'no address, no rule of the ACL and none of the group',
      { ...onlyOn(22), Public: subnet('10.0.0.0/24'), ...closed },
      ['internet', 'Web', 443],
      ['public-address', 'network-acl', 'security-group'],
    ],
    ['no route, and nothing else', { PublicRoute: undefined }, ['internet', 'Web', 443], ['route']],
    [
      'a route for the office, and a group for the office',
      {
        PublicRoute: route('PublicTable', '203.0.113.0/24', { GatewayId: ref('Gateway') }),
        WebGroup: group([tcp(443, { CidrIp: '203.0.113.0/24' })]),
      },
      ['internet', 'Web', 443],
      ['route', 'security-group'],
    ],
    [
      "the caller's own group",
      { WebGroup: group([], [tcp(443, { CidrIp: '0.0.0.0/0' })]) },
      ['Web', 'App', 8080],
      ['security-group'],
    ],
    [
      'the ACL of the caller before the group of the other end',
      { ...acl({ In: bothWays.In, Out: entry('Acl', 100, { Egress: true, ...port(443) }) }), AppGroup: group([]) },
      ['Web', 'App', 8080],
      ['network-acl', 'security-group'],
    ],
    [
      'the caller before the route that is not there, and the other end behind it',
      {
        WebGroup: group([], [tcp(443, { CidrIp: '0.0.0.0/0' })]),
        FarVpc: ['AWS::EC2::VPC', { CidrBlock: '10.1.0.0/16' }],
        FarSubnet: subnet('10.1.0.0/24', { VpcId: ref('FarVpc') }),
        FarGroup: ['AWS::EC2::SecurityGroup', { GroupDescription: 'far', VpcId: ref('FarVpc') }],
        Far: instance('FarSubnet', ['FarGroup']),
      },
      ['Web', 'Far', 8080],
      ['security-group', 'route', 'security-group'],
    ],
    ['a gateway that is not attached', { Attachment: undefined }, ['Web', 'internet', 443], ['gateway']],
    ['no public address', { Public: subnet('10.0.0.0/24') }, ['Web', 'internet', 443], ['public-address']],
    ["the ACL of the NAT gateway's subnet", natAcl, ['App', 'internet', 8080], ['network-acl']],
    [
      'a NAT gateway that leads to no internet',
      { Nat: ['AWS::EC2::NatGateway', { SubnetId: ref('Public'), ConnectivityType: 'private' }] },
      ['App', 'internet', 443],
      ['gateway'],
    ],
  ])('%s', (_, change, [from, to, on], expected) => {
    expect(told(change, from, to, on)).toEqual(expected);
  });

  test('with the port, where other ports pass', () => {
    const { reach, end } = deploy(template(twoTiers));
    const { blockedBy } = reach.connect({ kind: 'internet' }, end('Web'), 22);
    expect(blockedBy?.because).toBe('no rule of WebGroup lets this in on port 22');
  });

  test('a front door is on its own port alone', () => {
    const { reach, end } = deploy(
      template({ Api: ['AWS::AppSync::GraphQLApi', { Name: 'a', AuthenticationType: 'API_KEY' }] }),
    );
    expect(reach.connect({ kind: 'internet' }, end('Api'), 22).blockedBy).toMatchObject({ component: 'front-door' });
  });
});

describe('a peering connection leads to the addresses of its two VPCs and no further', () => {
  const peered: Change = {
    FarVpc: ['AWS::EC2::VPC', { CidrBlock: '10.1.0.0/16' }],
    Peering: ['AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: ref('FarVpc') }],
    PrivateRoute: route('PrivateTable', '0.0.0.0/0', { VpcPeeringConnectionId: ref('Peering') }),
  };
  const outside: Change = {
    ...peered,
    FarVpc: undefined,
    Peering: ['AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: 'vpc-0123456789abcdef0' }],
  };
  const office = { AppGroup: group([tcp(443, { CidrIp: '0.0.0.0/0' })]) };
  const block = (cidr: string): NetworkEnd => ({ kind: 'cidr', cidr });
  test.each<readonly [string, Change, NetworkEnd, string]>([
    ['not to the internet', peered, { kind: 'internet' }, 'blocked by peering'],
    ['not to the internet by a VPC that is not in the input', outside, { kind: 'internet' }, 'blocked by peering'],
    ['not to a third network', peered, block('192.168.0.0/16'), 'blocked by peering'],
    ['perhaps to an address of the peer', peered, block('10.1.2.0/24'), 'unknown: what Peering lets pass'],
    [
      'perhaps to what a VPC that is not in the input holds',
      outside,
      block('192.168.0.0/16'),
      'unknown: what Peering lets pass',
    ],
  ])('out: %s', (_, change, to, expected) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...change }));
    const { verdict, blockedBy, settledBy } = reach.connect(end('App'), to, 443);
    expect(verdict === 'blocked' ? `blocked by ${blockedBy?.component}` : `${verdict}: ${settledBy}`).toBe(expected);
  });

  test.each<readonly [string, NetworkEnd, string]>([
    ['not from a network behind the peer', block('192.168.0.0/16'), 'blocked by peering'],
    ['perhaps from an address of the peer', block('10.1.2.0/24'), 'unknown: what Peering lets pass'],
  ])('in: %s', (_, from, expected) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...peered, ...office }));
    const { verdict, blockedBy, settledBy } = reach.connect(from, end('App'), 443);
    expect(verdict === 'blocked' ? `blocked by ${blockedBy?.component}` : `${verdict}: ${settledBy}`).toBe(expected);
  });
});
