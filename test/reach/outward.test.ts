import { describe, expect, test } from 'vitest';
import { deploy } from './deploy.ts';
import { group, type Part, ref, route, subnet, template, twoTiers } from './two-tiers.ts';

type Change = Readonly<Record<string, Part | undefined>>;

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
    [
      'by its public address in spite of an interface endpoint whose group does not: nobody has to use its name',
      {
        Allow: group([]),
        S3: endpoint('Interface', { SubnetIds: [ref('Private')], SecurityGroupIds: [ref('Allow')] }),
      },
      'open',
      'route',
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

describe('over a private gateway', () => {
  const office = '192.168.5.0/24';
  const lines: Change = {
    Vpn: ['AWS::EC2::VPNGateway', { Type: 'ipsec.1' }],
    VpnAttachment: ['AWS::EC2::VPCGatewayAttachment', { VpcId: ref('Vpc'), VpnGatewayId: ref('Vpn') }],
    Line: [
      'AWS::EC2::VPNConnection',
      { Type: 'ipsec.1', CustomerGatewayId: 'cgw-1', VpnGatewayId: ref('Vpn'), StaticRoutesOnly: true },
    ],
    LineRoute: [
      'AWS::EC2::VPNConnectionRoute',
      { VpnConnectionId: ref('Line'), DestinationCidrBlock: '192.168.0.0/16' },
    ],
    Office: route('PrivateTable', '192.168.0.0/16', { GatewayId: ref('Vpn') }),
  };
  const propagated: Part = [
    'AWS::EC2::VPNGatewayRoutePropagation',
    { RouteTableIds: [ref('PrivateTable')], VpnGatewayId: ref('Vpn') },
  ];
  const announced: Part = [
    'AWS::EC2::VPNConnection',
    { Type: 'ipsec.1', CustomerGatewayId: 'c', VpnGatewayId: ref('Vpn') },
  ];
  test.each<readonly [string, Change, string]>([
    ['a network that is stated for a line', lines, 'open'],
    ['by a route that is propagated', { ...lines, Office: undefined, Propagation: propagated }, 'open'],
    ['not without a route, and the NAT gateway leads to none', { ...lines, Office: undefined }, 'blocked by gateway'],
    ['not when it is not attached', { ...lines, VpnAttachment: undefined }, 'blocked by private-gateway'],
    ['not to a network that no line leads to', { ...lines, LineRoute: undefined }, 'blocked by private-gateway'],
    [
      'perhaps to one that the other side announces',
      { ...lines, Line: announced, LineRoute: undefined },
      'unknown: the networks that Line announces',
    ],
    [
      'perhaps over lines that are not in the input',
      { ...lines, Line: undefined, LineRoute: undefined },
      'unknown: what Vpn connects',
    ],
  ])('%s', (_, change, expected) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...change }));
    const { verdict, blockedBy, settledBy } = reach.connect(end('App'), { kind: 'cidr', cidr: office }, 443);
    const why = verdict === 'blocked' ? ` by ${blockedBy?.component}` : verdict === 'unknown' ? `: ${settledBy}` : '';
    expect(`${verdict}${why}`).toBe(expected);
  });
});
