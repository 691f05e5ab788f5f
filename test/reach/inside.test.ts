import { describe, expect, test } from 'vitest';
import { deploy } from './deploy.ts';
import { entry, get, group, instance, type Part, ref, route, template, twoTiers } from './two-tiers.ts';

interface Case {
  readonly name: string;
  readonly change: Readonly<Record<string, Part | undefined>>;
  readonly from?: string;
  readonly to?: string;
  readonly port?: number;
  readonly expected: string;
  readonly sections?: { readonly Parameters?: object };
}

const from = (peer: object) => ({ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, ...peer });
const parameter = (name: string) => ({ Parameters: { [name]: { Type: 'String' } } });
const fence = (entries: Readonly<Record<string, Part>>): Readonly<Record<string, Part>> => ({
  Acl: ['AWS::EC2::NetworkAcl', { VpcId: ref('Vpc') }],
  Fence: ['AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref('Private'), NetworkAclId: ref('Acl') }],
  ...entries,
});

/** A second VPC, peered with the first, with routes both ways and an instance `Far`. */
const peered: Readonly<Record<string, Part>> = {
  FarVpc: ['AWS::EC2::VPC', { CidrBlock: '10.1.0.0/16' }],
  FarSubnet: ['AWS::EC2::Subnet', { VpcId: ref('FarVpc'), CidrBlock: '10.1.0.0/24' }],
  FarTable: ['AWS::EC2::RouteTable', { VpcId: ref('FarVpc') }],
  FarAssociation: [
    'AWS::EC2::SubnetRouteTableAssociation',
    { SubnetId: ref('FarSubnet'), RouteTableId: ref('FarTable') },
  ],
  Peering: ['AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: ref('FarVpc') }],
  There: route('PublicTable', '10.1.0.0/16', { VpcPeeringConnectionId: ref('Peering') }),
  Back: route('FarTable', '10.0.0.0/16', { VpcPeeringConnectionId: ref('Peering') }),
  FarGroup: [
    'AWS::EC2::SecurityGroup',
    { GroupDescription: 'far', VpcId: ref('FarVpc'), SecurityGroupIngress: [from({ CidrIp: '10.0.0.0/16' })] },
  ],
  Far: instance('FarSubnet', ['FarGroup']),
};

const cases: readonly Case[] = [
  { name: 'a rule for the group of the caller', change: {}, expected: 'open 8080' },
  { name: 'only on its port', change: {}, port: 22, expected: 'blocked by security-group' },
  {
    name: 'not the other way round',
    change: {},
    from: 'App',
    to: 'Web',
    port: 8080,
    expected: 'blocked by security-group',
  },
  { name: 'everyone includes those inside', change: {}, from: 'App', to: 'Web', expected: 'open 443' },
  {
    name: 'a rule for the block of the VPC',
    change: { AppGroup: group([from({ CidrIp: '10.0.0.0/16' })]) },
    expected: 'open 8080',
  },
  {
    name: "a rule for the caller's subnet",
    change: { AppGroup: group([from({ CidrIp: '10.0.0.0/24' })]) },
    expected: 'open 8080',
  },
  {
    name: 'a rule for another subnet',
    change: { AppGroup: group([from({ CidrIp: '10.0.2.0/24' })]) },
    expected: 'blocked by security-group',
  },
  {
    name: 'a rule for a part of the subnet depends on the address',
    change: { AppGroup: group([from({ CidrIp: '10.0.0.16/28' })]) },
    expected: 'unknown: the address block of Public',
  },
  {
    name: 'a rule for the attribute of the VPC',
    change: { AppGroup: group([from({ CidrIp: get('Vpc', 'CidrBlock') })]) },
    expected: 'open 8080',
  },
  {
    name: 'members of one group need a rule for it',
    change: { App: instance('Private', ['WebGroup']), WebGroup: group([]) },
    expected: 'blocked by security-group',
  },
  {
    name: 'a group that lets in itself',
    change: {
      App: instance('Private', ['WebGroup']),
      WebGroup: group([]),
      Self: [
        'AWS::EC2::SecurityGroupIngress',
        { GroupId: ref('WebGroup'), SourceSecurityGroupId: ref('WebGroup'), ...from({}) },
      ],
    },
    expected: 'open 8080',
  },
  {
    name: 'members of the default group reach each other',
    change: {
      Web: ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: ref('Public') }],
      App: ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: ref('Private') }],
    },
    port: 22,
    expected: 'open 22',
  },
  {
    name: "the caller's egress counts",
    change: { WebGroup: group([], [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }]) },
    expected: 'blocked by security-group',
  },
  {
    name: 'egress to the group of the target',
    change: {
      WebGroup: group([], [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }]),
      Out: [
        'AWS::EC2::SecurityGroupEgress',
        { GroupId: ref('WebGroup'), DestinationSecurityGroupId: ref('AppGroup'), ...from({}) },
      ],
    },
    expected: 'open 8080',
  },
  {
    name: 'whether an outbound rule of its own replaces the open one is not documented',
    change: {
      Out: [
        'AWS::EC2::SecurityGroupEgress',
        { GroupId: ref('WebGroup'), IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' },
      ],
    },
    expected: 'unknown: the outbound rules of WebGroup',
  },
  { name: 'an ACL of the target without entries', change: fence({}), expected: 'blocked by network-acl' },
  {
    name: 'an ACL that lets in the other subnet',
    change: fence({
      In: entry('Acl', 100, { CidrBlock: '10.0.0.0/24' }),
      Out: entry('Acl', 100, { Egress: true, CidrBlock: '10.0.0.0/24' }),
    }),
    expected: 'open 8080',
  },
  {
    name: 'an ACL that does not let answers out',
    change: fence({ In: entry('Acl', 100, { CidrBlock: '10.0.0.0/24' }) }),
    expected: 'blocked by network-acl',
  },
  {
    name: 'within a subnet no ACL is asked',
    change: { ...fence({}), Web: instance('Private', ['WebGroup']) },
    expected: 'open 8080',
  },
  { name: 'over peering', change: peered, to: 'Far', expected: 'open 8080' },
  {
    name: 'peering without a route there',
    change: { ...peered, There: undefined },
    to: 'Far',
    expected: 'blocked by route',
  },
  {
    name: 'peering without a route back',
    change: { ...peered, Back: undefined },
    to: 'Far',
    expected: 'blocked by route',
  },
  {
    name: 'peering serves subnets with routes only',
    change: peered,
    from: 'App',
    to: 'Far',
    expected: 'blocked by route',
  },
  {
    name: 'peering of other VPCs',
    change: {
      ...peered,
      Third: ['AWS::EC2::VPC', { CidrBlock: '10.2.0.0/16' }],
      Peering: ['AWS::EC2::VPCPeeringConnection', { VpcId: ref('Third'), PeerVpcId: ref('FarVpc') }],
    },
    to: 'Far',
    expected: 'blocked by route',
  },
  {
    name: 'what a transit gateway connects without an attachment in the input is not known',
    change: {
      ...peered,
      Hub: ['AWS::EC2::TransitGateway'],
      There: route('PublicTable', '10.1.0.0/16', { TransitGatewayId: ref('Hub') }),
      Back: route('FarTable', '10.0.0.0/16', { TransitGatewayId: ref('Hub') }),
    },
    to: 'Far',
    expected: 'unknown: the attachment of Vpc to Hub',
  },
  {
    name: 'no way between VPCs',
    change: { ...peered, There: undefined, Back: undefined },
    to: 'Far',
    expected: 'blocked by route',
  },
  {
    name: 'what is open over the internet is open from inside as well, beside what is open directly',
    change: {
      Other: instance('Public', ['AppGroup']),
      AppGroup: group([
        from({ SourceSecurityGroupId: ref('WebGroup') }),
        { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '128.0.0.0/1' },
      ]),
    },
    to: 'Other',
    expected: 'open 22, 8080',
  },
  {
    name: 'a supplied VPC is one VPC: its groups decide',
    change: {
      WebGroup: ['AWS::EC2::SecurityGroup', { GroupDescription: 'web', VpcId: ref('Given') }],
      AppGroup: [
        'AWS::EC2::SecurityGroup',
        {
          GroupDescription: 'app',
          VpcId: ref('Given'),
          SecurityGroupIngress: [from({ SourceSecurityGroupId: ref('WebGroup') })],
        },
      ],
      Web: ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: 'subnet-1', SecurityGroupIds: [ref('WebGroup')] }],
      App: ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: 'subnet-2', SecurityGroupIds: [ref('AppGroup')] }],
    },
    sections: parameter('Given'),
    expected: 'open 8080',
  },
];

describe('between resources', () => {
  test.each(cases)('$name', ({ change, from: source = 'Web', to = 'App', port, expected, sections }) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...change }, sections));
    const { verdict, ports, blockedBy, settledBy } = reach.connect(end(source), end(to), port);
    const told = {
      open: `open ${ports
        .filter(({ protocol }) => protocol === 'tcp')
        .map((range) => (range.from === range.to ? range.from : `${range.from}-${range.to}`))
        .join(', ')}`,
      blocked: `blocked by ${blockedBy?.component}`,
      unknown: `unknown: ${settledBy}`,
    };
    expect(told[verdict]).toBe(expected);
  });
});
