import { describe, expect, test } from 'vitest';
import type { Connection } from '../../src/model/reach.ts';
import { deploy } from './deploy.ts';
import { anyone, entry, get, group, type Part, ref, route, subnet, template, twoTiers } from './two-tiers.ts';

type Change = Readonly<Record<string, Part | undefined>>;

function tell({ verdict, ports, blockedBy, settledBy }: Connection): string {
  if (verdict === 'blocked') return `blocked by ${blockedBy?.component}`;
  if (verdict === 'unknown') return `unknown: ${settledBy}`;
  return `open ${ports.map(({ protocol, from, to }) => `${protocol} ${from === to ? from : `${from}-${to}`}`).join(', ')}`;
}

const policy = (more: object): Part => [
  'AWS::NetworkFirewall::FirewallPolicy',
  { FirewallPolicyName: 'policy', FirewallPolicy: { StatelessFragmentDefaultActions: ['aws:pass'], ...more } },
];
const passes = policy({ StatelessDefaultActions: ['aws:pass'] });
const drops = policy({ StatelessDefaultActions: ['aws:drop'] });
const rules = policy({
  StatelessDefaultActions: ['aws:forward_to_sfe'],
  StatefulRuleGroupReferences: [
    { ResourceArn: 'arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/r' },
  ],
});
const target = { VpcEndpointId: { 'Fn::Select': ['0', get('Wall', 'EndpointIds')] } };

/** The public subnet behind a firewall in a subnet of its own, which leads to the internet. */
const walled: Change = {
  Policy: passes,
  Wall: [
    'AWS::NetworkFirewall::Firewall',
    {
      FirewallName: 'wall',
      VpcId: ref('Vpc'),
      FirewallPolicyArn: ref('Policy'),
      SubnetMappings: [{ SubnetId: ref('WallSubnet') }],
    },
  ],
  WallSubnet: subnet('10.0.9.0/24'),
  WallTable: ['AWS::EC2::RouteTable', { VpcId: ref('Vpc') }],
  WallAssociation: [
    'AWS::EC2::SubnetRouteTableAssociation',
    { SubnetId: ref('WallSubnet'), RouteTableId: ref('WallTable') },
  ],
  WallRoute: route('WallTable', '0.0.0.0/0', { GatewayId: ref('Gateway') }),
  PublicRoute: route('PublicTable', '0.0.0.0/0', target),
};

/** What the internet gateway does with packets for the public subnet. */
const gatewayTable: Change = {
  EdgeTable: ['AWS::EC2::RouteTable', { VpcId: ref('Vpc') }],
  Edge: ['AWS::EC2::GatewayRouteTableAssociation', { GatewayId: ref('Gateway'), RouteTableId: ref('EdgeTable') }],
  EdgeRoute: route('EdgeTable', '10.0.0.0/24', target),
};

describe('a firewall on the way', () => {
  const into = (change: Change) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...walled, ...change }));
    return tell(reach.connect({ kind: 'internet' }, end('Web')));
  };
  const out = (change: Change) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...walled, ...change }));
    return reach.connect(end('Web'), { kind: 'internet' }).verdict;
  };

  test.each<readonly [string, Change, string]>([
    ['that passes everything', {}, 'open tcp 443'],
    ['that drops everything', { Policy: drops }, 'blocked by firewall'],
    ['with rule groups is not known, and named', { Policy: rules }, 'unknown: what Wall lets pass'],
    ['without a way to the internet of its own', { WallRoute: undefined }, 'blocked by route'],
    [
      'at the gateway, for what comes in alone',
      { ...gatewayTable, Policy: drops, PublicRoute: twoTiers.PublicRoute },
      'blocked by firewall',
    ],
    ['at the gateway, that passes everything', { ...gatewayTable, PublicRoute: twoTiers.PublicRoute }, 'open tcp 443'],
    [
      'at the gateway, for another subnet',
      {
        ...gatewayTable,
        Policy: drops,
        PublicRoute: twoTiers.PublicRoute,
        EdgeRoute: route('EdgeTable', '10.0.1.0/24', target),
      },
      'open tcp 443',
    ],
  ])('%s, from the internet', (_, change, expected) => {
    expect(into(change)).toBe(expected);
  });

  test.each<readonly [string, Change, string]>([
    ['that passes everything', {}, 'open'],
    ['that drops everything', { Policy: drops }, 'blocked'],
    ['with rule groups', { Policy: rules }, 'unknown'],
    ['without a way to the internet of its own', { WallRoute: undefined }, 'blocked'],
  ])('%s, to the internet', (_, change, expected) => {
    expect(out(change)).toBe(expected);
  });

  test.each<readonly [string, Change, string]>([
    [
      'takes what a route within the VPC sends to it',
      { Policy: drops, Detour: route('PublicTable', '10.0.1.0/24', target) },
      'blocked by firewall',
    ],
    [
      'and is not known with rule groups',
      { Policy: rules, Detour: route('PublicTable', '10.0.1.0/24', target) },
      'unknown: what Wall lets pass',
    ],
    [
      'and leaves other subnets alone',
      { Policy: drops, Detour: route('PublicTable', '10.0.2.0/24', target) },
      'open tcp 8080',
    ],
  ])('between subnets: it %s', (_, change, expected) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...walled, ...change }));
    expect(tell(reach.connect(end('Web'), end('App')))).toBe(expected);
  });
});

describe('prefix lists', () => {
  const list = (...blocks: readonly string[]): Part => [
    'AWS::EC2::PrefixList',
    { PrefixListName: 'list', AddressFamily: 'IPv4', MaxEntries: 5, Entries: blocks.map((Cidr) => ({ Cidr })) },
  ];
  const from = (peer: unknown) => group([{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourcePrefixListId: peer }]);
  const open = (change: Change, cidr?: string) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...change }));
    return tell(reach.connect(cidr === undefined ? { kind: 'internet' } : { kind: 'cidr', cidr }, end('Web')));
  };
  const offices = { List: list('203.0.113.0/24', '198.51.100.0/24'), WebGroup: from(ref('List')) };

  test('a list of offices is not the internet', () => {
    expect(open(offices)).toBe('blocked by security-group');
  });
  test('each block of a list lets in', () => {
    expect(open(offices, '198.51.100.9/32')).toBe('open tcp 443');
    expect(open(offices, '192.0.2.9/32')).toBe('blocked by security-group');
  });
  test('a list of everybody is the internet', () => {
    expect(open({ List: list('0.0.0.0/0'), WebGroup: from(ref('List')) })).toBe('open tcp 443');
  });
  test('a list of the VPC lets in those inside', () => {
    const parts = { ...twoTiers, List: list('10.0.0.0/24'), AppGroup: from(ref('List')) };
    const { reach, end } = deploy(template(parts));
    expect(tell(reach.connect(end('Web'), end('App')))).toBe('open tcp 443');
  });
  test("CloudFront's list is not the internet", () => {
    expect(open({ WebGroup: from('pl-4fa04526') })).toBe('blocked by security-group');
  });
  test('what it holds is not known for a single address', () => {
    expect(open({ WebGroup: from('pl-4fa04526') }, '198.51.100.9/32')).toBe(
      'unknown: the entries of prefix list com.amazonaws.global.cloudfront.origin-facing',
    );
  });
  test('a list outside of the input is not known', () => {
    expect(open({ WebGroup: from('pl-0123') })).toBe('unknown: the entries of prefix list pl-0123');
  });

  test('a route for a list takes its blocks', () => {
    const change: Change = {
      List: list('0.0.0.0/1', '128.0.0.0/1'),
      Listed: [
        'AWS::EC2::Route',
        { RouteTableId: ref('PublicTable'), DestinationPrefixListId: ref('List'), NatGatewayId: ref('Nat') },
      ],
    };
    expect(open(change)).toBe('blocked by route');
  });
  test('a static route wins over a list of the same length', () => {
    const change: Change = {
      List: list('0.0.0.0/0'),
      Listed: [
        'AWS::EC2::Route',
        { RouteTableId: ref('PublicTable'), DestinationPrefixListId: ref('List'), NatGatewayId: ref('Nat') },
      ],
    };
    expect(open(change)).toBe('open tcp 443');
  });

  test.each([
    ['its own list', 'pl-6da54004', 'open'],
    ["another service's list", 'pl-6fa54006', 'blocked'],
  ] as const)('egress to S3 over a gateway endpoint by %s', (_, list3, verdict) => {
    const parts: Change = {
      ...twoTiers,
      PrivateRoute: undefined,
      AppGroup: group([], [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, DestinationPrefixListId: list3 }]),
      Store: ['AWS::S3::Bucket'],
      S3: [
        'AWS::EC2::VPCEndpoint',
        { VpcId: ref('Vpc'), ServiceName: 'com.amazonaws.eu-west-1.s3', RouteTableIds: [ref('PrivateTable')] },
      ],
    };
    const { reach, end } = deploy(template(parts));
    expect(reach.connect(end('App'), end('Store'), 443).verdict).toBe(verdict);
  });
});

describe('ping', () => {
  const ping = (ingress: object, change: Change = {}) => {
    const { reach, end } = deploy(template({ ...twoTiers, WebGroup: group([ingress]), ...change }));
    return tell(reach.connect({ kind: 'internet' }, end('Web'), undefined, 'icmp'));
  };
  const icmp = (type: number) => ({ IpProtocol: 'icmp', FromPort: type, ToPort: -1, CidrIp: '0.0.0.0/0' });

  test.each<readonly [string, object, string]>([
    ['every type', icmp(-1), 'open icmp 0-65535'],
    ['an echo request', icmp(8), 'open icmp 0-65535'],
    ['another type', icmp(3), 'blocked by security-group'],
    ['by its number', { ...icmp(8), IpProtocol: '1' }, 'open icmp 0-65535'],
    ['every protocol', { IpProtocol: '-1', CidrIp: '0.0.0.0/0' }, 'open icmp 0-65535'],
    ['TCP alone', anyone(443), 'blocked by security-group'],
  ])('%s', (_, ingress, expected) => {
    expect(ping(ingress)).toBe(expected);
  });

  test('a network ACL for TCP alone stops it', () => {
    const fence: Change = {
      Acl: ['AWS::EC2::NetworkAcl', { VpcId: ref('Vpc') }],
      Fence: ['AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref('Public'), NetworkAclId: ref('Acl') }],
      In: entry('Acl', 100, { Protocol: 6, PortRange: { From: 0, To: 65535 } }),
      Out: entry('Acl', 100, { Egress: true }),
    };
    expect(ping(icmp(-1), fence)).toBe('blocked by network-acl');
  });

  test('is no connection', () => {
    const { reach, end } = deploy(template({ ...twoTiers, WebGroup: group([icmp(-1)]) }));
    expect(reach.connect({ kind: 'internet' }, end('Web')).verdict).toBe('blocked');
  });
});

describe('a public endpoint for some blocks', () => {
  const cluster = (more: object): Change => ({
    Cluster: [
      'AWS::EKS::Cluster',
      { RoleArn: 'arn:aws:iam::111122223333:role/r', ResourcesVpcConfig: { SubnetIds: [ref('Private')], ...more } },
    ],
  });
  const reached = (change: Change, cidr?: string) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...change }));
    return reach.connect(cidr === undefined ? { kind: 'internet' } : { kind: 'cidr', cidr }, end('Cluster'), 443)
      .verdict;
  };
  const narrow = cluster({ PublicAccessCidrs: ['203.0.113.0/24'] });

  test.each<readonly [string, Change, string | undefined, string]>([
    ['is open to everybody by default', cluster({}), undefined, 'open'],
    ['is open to its blocks', narrow, '203.0.113.9/32', 'open'],
    ['is closed to others', narrow, '198.51.100.9/32', 'blocked'],
    ['is closed to the internet at large', narrow, undefined, 'blocked'],
    [
      'is closed when there is none',
      cluster({ EndpointPublicAccess: false, EndpointPrivateAccess: true }),
      '203.0.113.9/32',
      'blocked',
    ],
  ])('%s', (_, change, cidr, expected) => {
    expect(reached(change, cidr)).toBe(expected);
  });
});
