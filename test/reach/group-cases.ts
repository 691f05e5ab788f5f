import { type Case, parameter } from './internet-case.ts';
import { anyone, get, group, instance, ref } from './two-tiers.ts';

const tcp = (from: number, to: number, cidr: string) => ({
  IpProtocol: 'tcp',
  FromPort: from,
  ToPort: to,
  CidrIp: cidr,
});

/** What rules of security groups let in. */
export const securityGroups: readonly Case[] = [
  { name: 'a rule for everyone opens its port', change: {}, expected: 'open tcp 443' },
  { name: 'another port is not open', change: {}, port: 80, expected: 'blocked by security-group' },
  { name: 'the port is open', change: {}, port: 443, expected: 'open tcp 443' },
  { name: 'no rule', change: { WebGroup: group([]) }, expected: 'blocked by security-group' },
  { name: 'a range of ports', change: { WebGroup: group([anyone(8000, 8080)]) }, expected: 'open tcp 8000-8080' },
  {
    name: 'overlapping rules unite',
    change: { WebGroup: group([anyone(80, 90), anyone(85, 100), anyone(101)]) },
    expected: 'open tcp 80-101',
  },
  {
    name: 'protocol -1 is everything',
    change: { WebGroup: group([{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }]) },
    expected: 'open all 0-65535',
  },
  {
    name: 'protocol -1 ignores the ports',
    change: { WebGroup: group([{ IpProtocol: -1, FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0' }]) },
    expected: 'open all 0-65535',
  },
  {
    name: 'protocols by number',
    change: { WebGroup: group([{ IpProtocol: '6', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' }]) },
    expected: 'open tcp 22',
  },
  {
    name: 'ports as text',
    change: { WebGroup: group([{ IpProtocol: 'tcp', FromPort: '22', ToPort: '22', CidrIp: '0.0.0.0/0' }]) },
    expected: 'open tcp 22',
  },
  {
    name: 'UDP',
    change: { WebGroup: group([{ IpProtocol: 'udp', FromPort: 53, ToPort: 53, CidrIp: '0.0.0.0/0' }]) },
    expected: 'open udp 53',
  },
  {
    name: 'no ports are all ports',
    change: { WebGroup: group([{ IpProtocol: 'tcp', CidrIp: '0.0.0.0/0' }]) },
    expected: 'open tcp 0-65535',
  },
  {
    name: 'ping is no connection',
    change: { WebGroup: group([{ IpProtocol: 'icmp', FromPort: -1, ToPort: -1, CidrIp: '0.0.0.0/0' }]) },
    expected: 'blocked by security-group',
  },
  {
    name: 'another protocol is no connection',
    change: { WebGroup: group([{ IpProtocol: '50', CidrIp: '0.0.0.0/0' }]) },
    expected: 'blocked by security-group',
  },
  {
    name: 'private addresses are not the internet',
    change: { WebGroup: group([tcp(443, 443, '10.0.0.0/8'), tcp(443, 443, '192.168.0.0/16')]) },
    expected: 'blocked by security-group',
  },
  {
    name: 'one office is not the internet',
    change: { WebGroup: group([tcp(443, 443, '203.0.113.0/24')]) },
    expected: 'blocked by security-group',
  },
  {
    name: 'two halves are the internet',
    change: { WebGroup: group([tcp(443, 443, '0.0.0.0/1'), tcp(443, 443, '128.0.0.0/1')]) },
    expected: 'open tcp 443',
  },
  {
    name: 'more than a /8 is the internet',
    change: { WebGroup: group([tcp(443, 443, '64.0.0.0/6')]) },
    expected: 'open tcp 443',
  },
  {
    name: 'many small ranges together may be more than a /8',
    change: { WebGroup: group(['3.0.0.0/8', '13.0.0.0/8'].map((cidr) => tcp(443, 443, cidr))) },
    expected: 'open tcp 443',
  },
  {
    name: 'a rule for another group is not for the internet',
    change: { Other: group([]), WebGroup: group([{ IpProtocol: '-1', SourceSecurityGroupId: ref('Other') }]) },
    expected: 'blocked by security-group',
  },
  {
    name: 'a rule for itself is not for the internet',
    change: {
      WebGroup: group([]),
      Self: [
        'AWS::EC2::SecurityGroupIngress',
        { GroupId: ref('WebGroup'), IpProtocol: '-1', SourceSecurityGroupId: ref('WebGroup') },
      ],
    },
    expected: 'blocked by security-group',
  },
  {
    name: 'a rule of its own resource counts',
    change: {
      WebGroup: group([]),
      Rule: ['AWS::EC2::SecurityGroupIngress', { GroupId: get('WebGroup', 'GroupId'), ...anyone(22) }],
    },
    expected: 'open tcp 22',
  },
  {
    name: 'a prefix list is not known',
    change: { WebGroup: group([{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourcePrefixListId: 'pl-1a2b3c' }]) },
    expected: 'unknown: the entries of prefix list pl-1a2b3c',
  },
  {
    name: 'an address block by parameter is not known',
    change: { WebGroup: group([{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: ref('From') }]) },
    sections: parameter('From'),
    expected: 'unknown: parameter From of net',
  },
  {
    name: 'a parameter with a default is taken',
    change: { WebGroup: group([{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: ref('From') }]) },
    sections: { Parameters: { From: { Type: 'String', Default: '0.0.0.0/0' } } },
    expected: 'open tcp 443',
  },
  {
    name: 'a port by parameter is not known',
    change: {
      WebGroup: group([{ IpProtocol: 'tcp', FromPort: ref('Port'), ToPort: ref('Port'), CidrIp: '0.0.0.0/0' }]),
    },
    sections: parameter('Port', 'Number'),
    expected: 'unknown: parameter Port of net',
  },
  {
    name: 'what is open for sure outweighs what is not known',
    change: { WebGroup: group([anyone(443), { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: ref('From') }]) },
    sections: parameter('From'),
    expected: 'open tcp 443',
  },
  {
    name: "the VPC's own addresses are not the internet",
    change: {
      WebGroup: group([
        { IpProtocol: '-1', CidrIpv6: { 'Fn::Select': [0, get('Vpc', 'Ipv6CidrBlocks')] } },
        { IpProtocol: '-1', CidrIp: get('Vpc', 'CidrBlock') },
      ]),
    },
    expected: 'blocked by security-group',
  },
  {
    name: 'groups add up',
    change: { Ssh: group([anyone(22)]), Web: instance('Public', ['WebGroup', 'Ssh']) },
    expected: 'open tcp 22, tcp 443',
  },
  {
    name: 'without a group the default one holds, which lets in its members only',
    change: { Web: ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: ref('Public') }] },
    expected: 'blocked by security-group',
  },
  {
    name: 'rules can be added to the default group of the VPC',
    change: {
      Web: ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: ref('Public') }],
      Rule: ['AWS::EC2::SecurityGroupIngress', { GroupId: get('Vpc', 'DefaultSecurityGroup'), ...anyone(22) }],
    },
    expected: 'open tcp 22',
  },
  {
    name: 'a group by parameter is not known',
    change: {
      Web: ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: ref('Public'), SecurityGroupIds: [ref('Group')] }],
    },
    sections: parameter('Group'),
    expected: 'unknown: parameter Group of net',
  },
  {
    name: 'what the template adds to a group by parameter is known',
    change: {
      Web: ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: ref('Public'), SecurityGroupIds: [ref('Group')] }],
      Rule: ['AWS::EC2::SecurityGroupIngress', { GroupId: ref('Group'), ...anyone(22) }],
    },
    sections: parameter('Group'),
    expected: 'open tcp 22',
  },
];
