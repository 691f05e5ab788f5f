import { describe, expect, test } from 'vitest';
import { deploy } from './deploy.ts';
import { entry, get, group, instance, type Part, ref, route, subnet, template, twoTiers } from './two-tiers.ts';

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
    name: 'what a transit gateway connects is not known',
    change: {
      ...peered,
      Hub: ['AWS::EC2::TransitGateway'],
      There: route('PublicTable', '10.1.0.0/16', { TransitGatewayId: ref('Hub') }),
      Back: route('FarTable', '10.0.0.0/16', { TransitGatewayId: ref('Hub') }),
    },
    to: 'Far',
    expected: 'unknown: the routes of Hub',
  },
  {
    name: 'no way between VPCs',
    change: { ...peered, There: undefined, Back: undefined },
    to: 'Far',
    expected: 'blocked by route',
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

const bucket = { Store: ['AWS::S3::Bucket'] } as const satisfies Readonly<Record<string, Part>>;

describe('out', () => {
  test.each([
    ['over an internet gateway', {}, 'Web', 'open'],
    ['over a NAT gateway', {}, 'App', 'open'],
    ['a NAT gateway without a way out', { PublicRoute: undefined }, 'App', 'blocked'],
    [
      'a private NAT gateway',
      { Nat: ['AWS::EC2::NatGateway', { SubnetId: ref('Public'), ConnectivityType: 'private' }] },
      'App',
      'blocked',
    ],
    ['no route', { PrivateRoute: undefined }, 'App', 'blocked'],
    ['an internet gateway without a public address', { Public: subnet('10.0.0.0/24') }, 'Web', 'blocked'],
    [
      'closed egress',
      { AppGroup: group([], [{ IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, CidrIp: '10.0.0.0/16' }]) },
      'App',
      'blocked',
    ],
  ] as const)('to the internet: %s', (_, change, source, verdict) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...(change as Readonly<Record<string, Part | undefined>>) }));
    expect(reach.connect(end(source), { kind: 'internet' }).verdict).toBe(verdict);
  });

  const endpoint = (type: string, more: object): Part => [
    'AWS::EC2::VPCEndpoint',
    {
      VpcId: ref('Vpc'),
      ServiceName: { 'Fn::Join': ['.', ['com.amazonaws', ref('AWS::Region'), 's3']] },
      VpcEndpointType: type,
      ...more,
    },
  ];

  test.each([
    ['by its public address', {}, 'open', 'route'],
    ['not without a way out', { PrivateRoute: undefined }, 'blocked', undefined],
    [
      'by a gateway endpoint',
      { PrivateRoute: undefined, S3: endpoint('Gateway', { RouteTableIds: [ref('PrivateTable')] }) },
      'open',
      'endpoint',
    ],
    [
      'a gateway endpoint of another table',
      { PrivateRoute: undefined, S3: endpoint('Gateway', { RouteTableIds: [ref('PublicTable')] }) },
      'blocked',
      undefined,
    ],
    [
      'by an interface endpoint whose group allows it',
      {
        PrivateRoute: undefined,
        Allow: group([{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/16' }]),
        S3: endpoint('Interface', { SubnetIds: [ref('Private')], SecurityGroupIds: [ref('Allow')] }),
      },
      'open',
      'endpoint',
    ],
    [
      'not by an interface endpoint whose group does not',
      {
        PrivateRoute: undefined,
        Allow: group([]),
        S3: endpoint('Interface', { SubnetIds: [ref('Private')], SecurityGroupIds: [ref('Allow')] }),
      },
      'blocked',
      undefined,
    ],
  ] as const)('to a service: %s', (_, change, verdict, component) => {
    const parts = { ...twoTiers, ...bucket, ...(change as Readonly<Record<string, Part | undefined>>) };
    const { reach, end } = deploy(template(parts));
    const connection = reach.connect(end('App'), end('Store'), 443);
    expect(connection.verdict).toBe(verdict);
    if (component !== undefined) expect(connection.through.map((hop) => hop.component)).toContain(component);
  });
});

describe('blocks of addresses', () => {
  test.each([
    ['the office that a rule names', '203.0.113.7/32', 'Web', 'open'],
    ['another office', '198.51.100.7/32', 'Web', 'blocked'],
    ['addresses of the VPC', '10.0.3.0/24', 'Web', 'blocked'],
    ['private addresses elsewhere, without a way back', '192.168.7.0/24', 'Web', 'blocked'],
  ] as const)('%s', (_, cidr, to, verdict) => {
    const office = group([{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '203.0.113.0/24' }]);
    const { reach, end } = deploy(template({ ...twoTiers, WebGroup: office }));
    expect(reach.connect({ kind: 'cidr', cidr }, end(to), 22).verdict).toBe(verdict);
  });

  test('a private network behind a gateway that is not followed is not known', () => {
    const parts: Readonly<Record<string, Part>> = {
      ...twoTiers,
      Vpn: ['AWS::EC2::VPNGateway', { Type: 'ipsec.1' }],
      Office: route('PrivateTable', '192.168.0.0/16', { GatewayId: ref('Vpn') }),
      AppGroup: group([{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '192.168.0.0/16' }]),
    };
    const { reach, end } = deploy(template(parts));
    expect(reach.connect({ kind: 'cidr', cidr: '192.168.7.0/24' }, end('App'), 22)).toMatchObject({
      verdict: 'unknown',
      settledBy: 'what Vpn connects',
    });
  });
});
