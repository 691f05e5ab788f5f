import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Connection } from '../../src/model/reach.ts';
import { deploy } from './deploy.ts';
import {
  anyone,
  entry,
  get,
  group,
  instance,
  type Part,
  type Parts,
  ref,
  route,
  subnet,
  template,
  twoTiers,
} from './two-tiers.ts';

type Change = Readonly<Record<string, Part | undefined>>;

const from = (peer: object) => ({ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, ...peer });
const attachment = (vpc: string, subnets: readonly string[], more: object = {}): Part => [
  'AWS::EC2::TransitGatewayVpcAttachment',
  { TransitGatewayId: ref('Hub'), VpcId: ref(vpc), SubnetIds: subnets.map(ref), ...more },
];
const hubRoute = (table: object, destination: string, more: object): Part => [
  'AWS::EC2::TransitGatewayRoute',
  { TransitGatewayRouteTableId: table, DestinationCidrBlock: destination, ...more },
];
const far = (ingress: object): Part => [
  'AWS::EC2::SecurityGroup',
  { GroupDescription: 'far', VpcId: ref('FarVpc'), SecurityGroupIngress: [ingress] },
];
const hub = (more: Readonly<Record<string, unknown>> = {}): Part => ['AWS::EC2::TransitGateway', more];
const strict = { DefaultRouteTableAssociation: 'disable', DefaultRouteTablePropagation: 'disable' };

/** The two tiers and a second VPC with an instance `Far`, both attached to one transit gateway, with routes both ways. */
const joined: Parts = {
  ...twoTiers,
  FarVpc: ['AWS::EC2::VPC', { CidrBlock: '10.1.0.0/16' }],
  FarSubnet: subnet('10.1.0.0/24', { VpcId: ref('FarVpc') }),
  FarTable: ['AWS::EC2::RouteTable', { VpcId: ref('FarVpc') }],
  FarAssociation: [
    'AWS::EC2::SubnetRouteTableAssociation',
    { SubnetId: ref('FarSubnet'), RouteTableId: ref('FarTable') },
  ],
  FarGroup: far(from({ CidrIp: '10.0.0.0/16' })),
  Far: instance('FarSubnet', ['FarGroup']),
  Hub: hub(),
  Near: attachment('Vpc', ['Public']),
  Distant: attachment('FarVpc', ['FarSubnet']),
  There: route('PublicTable', '10.1.0.0/16', { TransitGatewayId: ref('Hub') }),
  Back: route('FarTable', '10.0.0.0/16', { TransitGatewayId: ref('Hub') }),
};

/** Tables of their own: each VPC's attachment is associated with one and known to the other's. */
const separate: Parts = {
  Hub: hub(strict),
  NearTable: ['AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Hub') }],
  DistantTable: ['AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId: ref('Hub') }],
  NearUses: association('NearTable', 'Near'),
  DistantUses: association('DistantTable', 'Distant'),
  NearKnows: propagation('NearTable', 'Distant'),
  DistantKnows: propagation('DistantTable', 'Near'),
};

function association(table: string, of: string): Part {
  return [
    'AWS::EC2::TransitGatewayRouteTableAssociation',
    { TransitGatewayRouteTableId: ref(table), TransitGatewayAttachmentId: ref(of) },
  ];
}

function propagation(table: string, of: string): Part {
  return [
    'AWS::EC2::TransitGatewayRouteTablePropagation',
    { TransitGatewayRouteTableId: ref(table), TransitGatewayAttachmentId: ref(of) },
  ];
}

function tell({ verdict, ports, blockedBy, settledBy }: Connection): string {
  if (verdict === 'blocked') return `blocked by ${blockedBy?.component}`;
  if (verdict === 'unknown') return `unknown: ${settledBy}`;
  return `open ${ports.map((range) => (range.from === range.to ? range.from : `${range.from}-${range.to}`)).join(', ')}`;
}

const reached = (change: Change, source = 'Web', to = 'Far', sections = {}) => {
  const { reach, end } = deploy(template({ ...joined, ...change }, sections));
  return reach.connect(end(source), end(to));
};

describe('over a transit gateway', () => {
  test.each<readonly [string, Change, string]>([
    ['the default table knows every attachment', {}, 'open 8080'],
    ['a route there is needed', { There: undefined }, 'blocked by route'],
    ['a route back is needed', { Back: undefined }, 'blocked by route'],
    ['without default association and table nothing passes', { Hub: hub(strict) }, 'blocked by transit-gateway'],
    [
      'without default propagation a static route is needed',
      { Hub: hub({ DefaultRouteTablePropagation: 'disable' }) },
      'blocked by transit-gateway',
    ],
    [
      'static routes of the default table',
      {
        Hub: hub({ DefaultRouteTablePropagation: 'disable' }),
        One: hubRoute(get('Hub', 'AssociationDefaultRouteTableId'), '10.1.0.0/16', {
          TransitGatewayAttachmentId: ref('Distant'),
        }),
        Other: hubRoute(get('Hub', 'AssociationDefaultRouteTableId'), '10.0.0.0/16', {
          TransitGatewayAttachmentId: ref('Near'),
        }),
      },
      'open 8080',
    ],
    ['tables of their own', separate, 'open 8080'],
    ['an association alone knows no network', { ...separate, NearKnows: undefined }, 'blocked by transit-gateway'],
    ['answers need their table too', { ...separate, DistantKnows: undefined }, 'blocked by transit-gateway'],
    [
      'a propagation without association is of no use',
      { ...separate, NearUses: undefined },
      'blocked by transit-gateway',
    ],
    [
      'a static route wins over a propagated one of the same length',
      { ...separate, Nowhere: hubRoute(ref('NearTable'), '10.1.0.0/16', { Blackhole: true }) },
      'blocked by transit-gateway',
    ],
    [
      'a blackhole for a shorter prefix takes nothing away',
      { ...separate, Nowhere: hubRoute(ref('NearTable'), '10.0.0.0/8', { Blackhole: true }) },
      'open 8080',
    ],
    [
      'a blackhole for a longer prefix drops what it takes',
      { ...separate, Nowhere: hubRoute(ref('NearTable'), '10.1.0.0/24', { Blackhole: true }) },
      'blocked by transit-gateway',
    ],
    [
      'an attachment in another zone does not serve the subnet',
      {
        Public: subnet('10.0.0.0/24', { MapPublicIpOnLaunch: true, AvailabilityZone: 'eu-west-1a' }),
        Private: subnet('10.0.1.0/24', { AvailabilityZone: 'eu-west-1b' }),
        Near: attachment('Vpc', ['Private']),
      },
      'blocked by transit-gateway',
    ],
    [
      'the network ACL of the subnet of an attachment counts',
      {
        Near: attachment('Vpc', ['Private']),
        Acl: ['AWS::EC2::NetworkAcl', { VpcId: ref('Vpc') }],
        Fence: ['AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref('Private'), NetworkAclId: ref('Acl') }],
      },
      'blocked by network-acl',
    ],
    [
      'and lets pass what it allows',
      {
        Near: attachment('Vpc', ['Private']),
        Acl: ['AWS::EC2::NetworkAcl', { VpcId: ref('Vpc') }],
        Fence: ['AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref('Private'), NetworkAclId: ref('Acl') }],
        In: entry('Acl', 100, { CidrBlock: '10.0.0.0/24' }),
        Out: entry('Acl', 100, { Egress: true, CidrBlock: '10.0.0.0/24' }),
      },
      'open 8080',
    ],
  ])('%s', (_, change, expected) => {
    expect(tell(reached(change))).toBe(expected);
  });

  test('an open answer cites routes, attachments and rules with their places', () => {
    const { through } = reached(separate);
    expect(through.map(({ component }) => component)).toEqual([
      'route',
      'transit-gateway',
      'route',
      'transit-gateway',
      'security-group',
      'security-group',
    ]);
    expect(through.every(({ origin }) => origin !== undefined)).toBe(true);
  });

  test('a refusal names the transit gateway', () => {
    expect(reached({ Hub: hub(strict) }).blockedBy).toMatchObject({
      component: 'transit-gateway',
      because: 'the tables of Hub lead nothing from Vpc to FarVpc',
    });
  });

  test('a table that is not in the input is not known', () => {
    const parameters = { Parameters: { Given: { Type: 'String' } } };
    const NearUses: Part = [
      'AWS::EC2::TransitGatewayRouteTableAssociation',
      { TransitGatewayRouteTableId: ref('Given'), TransitGatewayAttachmentId: ref('Near') },
    ];
    expect(tell(reached({ ...separate, NearUses }, 'Web', 'Far', parameters))).toBe('unknown: parameter Given of net');
  });
});

describe('rules that name groups of another VPC', () => {
  const naming = { FarGroup: far(from({ SourceSecurityGroupId: ref('WebGroup') })) };
  const peering: Change = {
    Peering: ['AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: ref('FarVpc') }],
    There: route('PublicTable', '10.1.0.0/16', { VpcPeeringConnectionId: ref('Peering') }),
    Back: route('FarTable', '10.0.0.0/16', { VpcPeeringConnectionId: ref('Peering') }),
  };
  const referencing = { SecurityGroupReferencingSupport: 'enable' };

  test.each<readonly [string, Change, string]>([
    ['are void over a transit gateway', naming, 'blocked by security-group'],
    ['hold where it supports that', { ...naming, Hub: hub(referencing) }, 'open 8080'],
    [
      'are void where an attachment does not',
      {
        ...naming,
        Hub: hub(referencing),
        Near: attachment('Vpc', ['Public'], { Options: { SecurityGroupReferencingSupport: 'disable' } }),
      },
      'blocked by security-group',
    ],
    [
      'are void for what goes out',
      {
        ...naming,
        Hub: hub(referencing),
        WebGroup: group([anyone(443)], [{ IpProtocol: 'udp', FromPort: 53, ToPort: 53, CidrIp: '0.0.0.0/0' }]),
        Rule: [
          'AWS::EC2::SecurityGroupEgress',
          { GroupId: ref('WebGroup'), IpProtocol: '-1', DestinationSecurityGroupId: ref('FarGroup') },
        ],
      },
      'blocked by security-group',
    ],
    ['hold over peering', { ...naming, ...peering }, 'open 8080'],
    [
      'are void over peering with another region',
      {
        ...naming,
        ...peering,
        Peering: [
          'AWS::EC2::VPCPeeringConnection',
          { VpcId: ref('Vpc'), PeerVpcId: ref('FarVpc'), PeerRegion: 'us-east-1' },
        ],
      },
      'blocked by security-group',
    ],
    [
      'hold when the region that is named is the same',
      {
        ...naming,
        ...peering,
        Peering: [
          'AWS::EC2::VPCPeeringConnection',
          { VpcId: ref('Vpc'), PeerVpcId: ref('FarVpc'), PeerRegion: ref('AWS::Region') },
        ],
      },
      'open 8080',
    ],
  ])('%s', (_, change, expected) => {
    expect(tell(reached(change))).toBe(expected);
  });
});

describe('between transit gateways', () => {
  const second: Change = {
    Hub: hub(),
    Hub2: hub(),
    Distant: attachment('FarVpc', ['FarSubnet'], { TransitGatewayId: ref('Hub2') }),
    Back: route('FarTable', '10.0.0.0/16', { TransitGatewayId: ref('Hub2') }),
    Bridge: [
      'AWS::EC2::TransitGatewayPeeringAttachment',
      {
        TransitGatewayId: ref('Hub'),
        PeerTransitGatewayId: ref('Hub2'),
        PeerAccountId: '111122223333',
        PeerRegion: 'eu-west-1',
      },
    ],
    Over: hubRoute(get('Hub', 'AssociationDefaultRouteTableId'), '10.1.0.0/16', {
      TransitGatewayAttachmentId: ref('Bridge'),
    }),
    Home: hubRoute(get('Hub2', 'AssociationDefaultRouteTableId'), '10.0.0.0/16', {
      TransitGatewayAttachmentId: ref('Bridge'),
    }),
  };

  test.each<readonly [string, Change, string]>([
    ['static routes on both sides join them', second, 'open 8080'],
    ['networks are not made known over a peering', { ...second, Over: undefined }, 'blocked by transit-gateway'],
    ['answers need the route of the other side', { ...second, Home: undefined }, 'blocked by transit-gateway'],
    [
      'groups of the other side cannot be named',
      { ...second, FarGroup: far(from({ SourceSecurityGroupId: ref('WebGroup') })) },
      'blocked by security-group',
    ],
  ])('%s', (_, change, expected) => {
    expect(tell(reached(change))).toBe(expected);
  });
});

describe('out over a VPC for all', () => {
  /** `Far` has no way out of its own: everything goes over the transit gateway into the two tiers' VPC and its NAT gateway. */
  const central: Change = {
    Near: attachment('Vpc', ['Private']),
    Back: route('FarTable', '0.0.0.0/0', { TransitGatewayId: ref('Hub') }),
    Out: hubRoute(get('Hub', 'AssociationDefaultRouteTableId'), '0.0.0.0/0', {
      TransitGatewayAttachmentId: ref('Near'),
    }),
  };
  const out = (change: Change) => {
    const { reach, end } = deploy(template({ ...joined, ...central, ...change }));
    return reach.connect(end('Far'), { kind: 'internet' }).verdict;
  };

  test.each<readonly [string, Change, string]>([
    ['its NAT gateway serves the others', {}, 'open'],
    ['without a static route nothing leads there', { Out: undefined }, 'blocked'],
    ['its internet gateway does not know their addresses', { Near: attachment('Vpc', ['Public']) }, 'blocked'],
    ['without a NAT gateway', { PrivateRoute: undefined }, 'blocked'],
  ])('%s', (_, change, expected) => {
    expect(out(change)).toBe(expected);
  });
});

describe('private lines', () => {
  const line: Change = {
    Vpn: ['AWS::EC2::VPNGateway', { Type: 'ipsec.1' }],
    VpnAttachment: ['AWS::EC2::VPCGatewayAttachment', { VpcId: ref('Vpc'), VpnGatewayId: ref('Vpn') }],
    Office: ['AWS::EC2::CustomerGateway', { Type: 'ipsec.1', BgpAsn: 65000, IpAddress: '203.0.113.1' }],
    Line: [
      'AWS::EC2::VPNConnection',
      { Type: 'ipsec.1', CustomerGatewayId: ref('Office'), VpnGatewayId: ref('Vpn'), StaticRoutesOnly: true },
    ],
    LineRoute: [
      'AWS::EC2::VPNConnectionRoute',
      { DestinationCidrBlock: '192.168.0.0/16', VpnConnectionId: ref('Line') },
    ],
    Taken: ['AWS::EC2::VPNGatewayRoutePropagation', { RouteTableIds: [ref('PrivateTable')], VpnGatewayId: ref('Vpn') }],
    AppGroup: group([{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '192.168.0.0/16' }]),
  };
  const announced: Part = [
    'AWS::EC2::VPNConnection',
    { Type: 'ipsec.1', CustomerGatewayId: ref('Office'), VpnGatewayId: ref('Vpn') },
  ];

  test.each<readonly [string, Change, string]>([
    ['a network that is stated for the line, over a propagated route', {}, 'open 22'],
    [
      'over a route of the table',
      { Taken: undefined, Way: route('PrivateTable', '192.168.0.0/16', { GatewayId: ref('Vpn') }) },
      'open 22',
    ],
    ['no route of the subnet leads back', { Taken: undefined }, 'blocked by route'],
    ['the gateway is not attached', { VpnAttachment: undefined }, 'blocked by private-gateway'],
    [
      'the line leads elsewhere',
      {
        LineRoute: [
          'AWS::EC2::VPNConnectionRoute',
          { DestinationCidrBlock: '172.16.0.0/16', VpnConnectionId: ref('Line') },
        ],
        Taken: undefined,
        Way: route('PrivateTable', '192.168.0.0/16', { GatewayId: ref('Vpn') }),
      },
      'blocked by private-gateway',
    ],
    [
      'what the other end announces is not known',
      { Line: announced, LineRoute: undefined },
      'unknown: the networks that Line announces',
    ],
    [
      'a static route wins over a propagated one of the same length',
      { Elsewhere: route('PrivateTable', '192.168.0.0/16', { NatGatewayId: ref('Nat') }) },
      'blocked by route',
    ],
    ['the group counts', { AppGroup: group([]) }, 'blocked by security-group'],
  ])('%s', (_, change, expected) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...line, ...change }));
    expect(tell(reach.connect({ kind: 'cidr', cidr: '192.168.7.0/24' }, end('App'), 22))).toBe(expected);
  });
});

describe('laws of transit gateways', () => {
  const rank = { blocked: 0, unknown: 1, open: 2 } as const;
  const parts = ['NearUses', 'DistantUses', 'NearKnows', 'DistantKnows', 'There', 'Back'] as const;
  const block = fc.constantFrom('10.0.0.0/8', '10.1.0.0/16', '10.1.0.0/24', '10.0.0.0/16', '0.0.0.0/0');
  const without = (names: readonly string[]): Change => Object.fromEntries(names.map((name) => [name, undefined]));
  const reach = (change: Change) => rank[reached({ ...separate, ...change }).verdict];

  test('a route that drops never adds reach', () => {
    fc.assert(
      fc.property(fc.subarray([...parts]), block, fc.constantFrom('NearTable', 'DistantTable'), (gone, cidr, table) => {
        const Nowhere = hubRoute(ref(table), cidr, { Blackhole: true });
        expect(reach({ ...without(gone), Nowhere })).toBeLessThanOrEqual(reach(without(gone)));
      }),
      { numRuns: 25 },
    );
  });

  test('taking an association, a propagation or a route away never adds reach', () => {
    fc.assert(
      fc.property(fc.subarray([...parts]), fc.constantFrom(...parts), (gone, one) => {
        expect(reach(without([...gone, one]))).toBeLessThanOrEqual(reach(without(gone)));
      }),
      { numRuns: 25 },
    );
  });
});
