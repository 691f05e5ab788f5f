import { describe, expect, test } from 'vitest';
import type { Connection } from '../../src/model/questions.ts';
import { deploy } from './deploy.ts';
import { anyone, entry, get, group, instance, type Part, ref, route, subnet, template, twoTiers } from './two-tiers.ts';

/** What changes in the two tiers, and what the internet can then do with `Web`. */
interface Case {
  readonly name: string;
  readonly change: Readonly<Record<string, Part | undefined>>;
  readonly to?: string;
  readonly port?: number;
  /** `open 443`, `blocked by route`, `unknown: parameter X`. */
  readonly expected: string;
  readonly sections?: { readonly Parameters?: object; readonly Conditions?: object };
}

const tcp = (from: number, to: number, cidr: string) => ({
  IpProtocol: 'tcp',
  FromPort: from,
  ToPort: to,
  CidrIp: cidr,
});
const parameter = (name: string, Type = 'String') => ({ Parameters: { [name]: { Type } } });

const acl = (entries: Readonly<Record<string, Part>>): Readonly<Record<string, Part>> => ({
  Acl: ['AWS::EC2::NetworkAcl', { VpcId: ref('Vpc') }],
  AclAssociation: ['AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref('Public'), NetworkAclId: ref('Acl') }],
  ...entries,
});
const bothWays = { In: entry('Acl', 100, {}), Out: entry('Acl', 100, { Egress: true }) };
const v6 = {
  Block: ['AWS::EC2::VPCCidrBlock', { VpcId: ref('Vpc'), Ipv6CidrBlock: '2001:db8:0:0::/56' }],
  Public: subnet('10.0.0.0/24', { Ipv6CidrBlock: '2001:db8::/64', AssignIpv6AddressOnCreation: true }),
  WebGroup: group([{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIpv6: '::/0' }]),
} as const;

const securityGroups: readonly Case[] = [
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

const routesAndGateways: readonly Case[] = [
  { name: 'no route', change: { PublicRoute: undefined }, expected: 'blocked by route' },
  {
    name: 'no association: the main table has the local route only',
    change: { PublicAssociation: undefined },
    expected: 'blocked by route',
  },
  { name: 'a gateway that is not attached', change: { Attachment: undefined }, expected: 'blocked by route' },
  {
    name: 'a gateway that is attached to another VPC',
    change: {
      Other: ['AWS::EC2::VPC', { CidrBlock: '10.9.0.0/16' }],
      Attachment: ['AWS::EC2::VPCGatewayAttachment', { VpcId: ref('Other'), InternetGatewayId: ref('Gateway') }],
    },
    expected: 'blocked by route',
  },
  {
    name: 'a NAT gateway lets nothing in',
    change: { PublicRoute: route('PublicTable', '0.0.0.0/0', { NatGatewayId: ref('Nat') }) },
    expected: 'blocked by route',
  },
  {
    name: 'a route for a part of the internet',
    change: { PublicRoute: route('PublicTable', '128.0.0.0/1', { GatewayId: ref('Gateway') }) },
    expected: 'open tcp 443',
  },
  {
    name: 'a route for an office alone',
    change: { PublicRoute: route('PublicTable', '203.0.113.0/24', { GatewayId: ref('Gateway') }) },
    expected: 'blocked by security-group',
  },
  {
    name: 'the longest prefix wins',
    change: {
      Low: route('PublicTable', '0.0.0.0/1', { NatGatewayId: ref('Nat') }),
      High: route('PublicTable', '128.0.0.0/1', { NatGatewayId: ref('Nat') }),
    },
    expected: 'blocked by route',
  },
  {
    name: 'a private gateway is not the internet',
    change: {
      Vpn: ['AWS::EC2::VPNGateway', { Type: 'ipsec.1' }],
      PublicRoute: route('PublicTable', '0.0.0.0/0', { GatewayId: ref('Vpn') }),
    },
    expected: 'blocked by route',
  },
  {
    name: 'a gateway by parameter is not known',
    change: { PublicRoute: route('PublicTable', '0.0.0.0/0', { GatewayId: ref('Given') }) },
    sections: parameter('Given'),
    expected: 'unknown: parameter Given of net',
  },
  {
    name: 'a route table by parameter is not known',
    change: {
      PublicAssociation: [
        'AWS::EC2::SubnetRouteTableAssociation',
        { SubnetId: ref('Public'), RouteTableId: ref('Given') },
      ],
    },
    sections: parameter('Given'),
    expected: 'unknown: parameter Given of net',
  },
  {
    name: 'traffic that an appliance inspects is not known',
    change: { PublicRoute: route('PublicTable', '0.0.0.0/0', { VpcEndpointId: 'vpce-1a2b3c' }) },
    expected: 'unknown: what vpce-1a2b3c lets pass',
  },
  {
    name: 'a subnet by parameter is not known',
    change: {
      Web: ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: ref('Given'), SecurityGroupIds: [ref('WebGroup')] }],
    },
    sections: parameter('Given'),
    expected: 'unknown: parameter Given of net',
  },
  {
    name: 'a subnet by parameter does not matter where the groups block',
    change: {
      WebGroup: group([]),
      Web: ['AWS::EC2::Instance', { ImageId: 'ami-1', SubnetId: ref('Given'), SecurityGroupIds: [ref('WebGroup')] }],
    },
    sections: parameter('Given'),
    expected: 'blocked by security-group',
  },
  {
    name: 'without a subnet an instance starts in the default VPC, which is public',
    change: {
      Open: ['AWS::EC2::SecurityGroup', { GroupDescription: 'open', SecurityGroupIngress: [anyone(22)] }],
      Web: ['AWS::EC2::Instance', { ImageId: 'ami-1', SecurityGroupIds: [ref('Open')] }],
    },
    expected: 'open tcp 22',
  },
];

const addresses: readonly Case[] = [
  { name: 'no public address', change: { Public: subnet('10.0.0.0/24') }, expected: 'blocked by public-address' },
  {
    name: 'an elastic address',
    change: { Public: subnet('10.0.0.0/24'), Address: ['AWS::EC2::EIP', { InstanceId: ref('Web') }] },
    expected: 'open tcp 443',
  },
  {
    name: 'an elastic address by association',
    change: {
      Public: subnet('10.0.0.0/24'),
      Address: ['AWS::EC2::EIP', {}],
      Use: ['AWS::EC2::EIPAssociation', { AllocationId: get('Address', 'AllocationId'), InstanceId: ref('Web') }],
    },
    expected: 'open tcp 443',
  },
  {
    name: "the instance's own wish outweighs the subnet's",
    change: {
      Web: [
        'AWS::EC2::Instance',
        {
          ImageId: 'ami-1',
          NetworkInterfaces: [
            { DeviceIndex: '0', AssociatePublicIpAddress: false, SubnetId: ref('Public'), GroupSet: [ref('WebGroup')] },
          ],
        },
      ],
    },
    expected: 'blocked by public-address',
  },
  {
    name: 'the subnet by parameter decides',
    change: { Public: subnet('10.0.0.0/24', { MapPublicIpOnLaunch: ref('Map') }) },
    sections: parameter('Map'),
    expected: 'unknown: parameter Map of net',
  },
  { name: 'a private subnet', change: {}, to: 'App', expected: 'blocked by route' },
  {
    name: 'an address in a private subnet does not help',
    change: { Address: ['AWS::EC2::EIP', { InstanceId: ref('App') }], AppGroup: group([anyone(22)]) },
    to: 'App',
    expected: 'blocked by route',
  },
  {
    name: 'IPv6 needs a route of its own',
    change: v6,
    expected: 'blocked by public-address',
  },
  {
    name: 'IPv6 over the internet gateway',
    change: { ...v6, Route6: route('PublicTable', '::/0', { GatewayId: ref('Gateway') }) },
    expected: 'open tcp 443',
  },
  {
    name: 'an egress-only gateway lets nothing in',
    change: {
      ...v6,
      Out: ['AWS::EC2::EgressOnlyInternetGateway', { VpcId: ref('Vpc') }],
      Route6: route('PublicTable', '::/0', { EgressOnlyInternetGatewayId: ref('Out') }),
    },
    expected: 'blocked by public-address',
  },
  {
    name: 'IPv6 rules do not open IPv4',
    change: { WebGroup: v6.WebGroup },
    expected: 'blocked by security-group',
  },
  {
    name: 'IPv4 rules do not open IPv6',
    change: {
      ...v6,
      PublicRoute: route('PublicTable', '::/0', { GatewayId: ref('Gateway') }),
      WebGroup: group([anyone(443)]),
    },
    expected: 'blocked by route',
  },
];

const networkAcls: readonly Case[] = [
  { name: 'an ACL without entries denies everything', change: acl({}), expected: 'blocked by network-acl' },
  { name: 'an ACL that allows both ways', change: acl(bothWays), expected: 'open tcp 443' },
  { name: 'answers must be allowed too', change: acl({ In: bothWays.In }), expected: 'blocked by network-acl' },
  {
    name: 'answers go to ephemeral ports',
    change: acl({
      In: bothWays.In,
      Out: entry('Acl', 100, { Egress: true, Protocol: 6, PortRange: { From: 443, To: 443 } }),
    }),
    expected: 'blocked by network-acl',
  },
  {
    name: 'ephemeral ports suffice',
    change: acl({
      In: bothWays.In,
      Out: entry('Acl', 100, { Egress: true, Protocol: 6, PortRange: { From: 1024, To: 65535 } }),
    }),
    expected: 'open tcp 443',
  },
  {
    name: 'a deny in front',
    change: acl({ ...bothWays, Deny: entry('Acl', 90, { RuleAction: 'deny' }) }),
    expected: 'blocked by network-acl',
  },
  {
    name: 'a deny behind',
    change: acl({ ...bothWays, Deny: entry('Acl', 110, { RuleAction: 'deny' }) }),
    expected: 'open tcp 443',
  },
  {
    name: 'a deny of another port',
    change: acl({
      ...bothWays,
      Deny: entry('Acl', 90, { RuleAction: 'deny', Protocol: 6, PortRange: { From: 22, To: 22 } }),
    }),
    expected: 'open tcp 443',
  },
  {
    name: 'a deny cuts ports out',
    change: {
      ...acl({
        ...bothWays,
        Deny: entry('Acl', 90, { RuleAction: 'deny', Protocol: 6, PortRange: { From: 22, To: 22 } }),
      }),
      WebGroup: group([anyone(20, 25)]),
    },
    expected: 'open tcp 20-21, tcp 23-25',
  },
  {
    name: 'a deny of an office leaves the rest',
    change: acl({ ...bothWays, Deny: entry('Acl', 90, { RuleAction: 'deny', CidrBlock: '203.0.113.0/24' }) }),
    expected: 'open tcp 443',
  },
  {
    name: 'an ACL for the office alone',
    change: acl({ Out: bothWays.Out, In: entry('Acl', 100, { CidrBlock: '203.0.113.0/24' }) }),
    expected: 'blocked by security-group',
  },
  {
    name: 'an ACL by parameter is not known',
    change: {
      AclAssociation: [
        'AWS::EC2::SubnetNetworkAclAssociation',
        { SubnetId: ref('Public'), NetworkAclId: ref('Given') },
      ],
    },
    sections: parameter('Given'),
    expected: 'unknown: parameter Given of net',
  },
  {
    name: 'an entry by parameter is not known',
    change: acl({ ...bothWays, In: entry('Acl', 100, { RuleAction: ref('Action') }) }),
    sections: parameter('Action'),
    expected: 'unknown: parameter Action of net',
  },
  {
    name: 'a deny of unknown addresses makes the rest unknown',
    change: acl({ ...bothWays, Deny: entry('Acl', 90, { RuleAction: 'deny', CidrBlock: ref('From') }) }),
    sections: parameter('From'),
    expected: 'unknown: parameter From of net',
  },
  {
    name: 'an entry of the default ACL counts',
    change: {
      Deny: [
        'AWS::EC2::NetworkAclEntry',
        {
          NetworkAclId: get('Vpc', 'DefaultNetworkAcl'),
          RuleNumber: 10,
          Protocol: -1,
          RuleAction: 'deny',
          CidrBlock: '0.0.0.0/0',
        },
      ],
    },
    expected: 'blocked by network-acl',
  },
];

describe.each([
  ['security groups', securityGroups],
  ['routes and gateways', routesAndGateways],
  ['addresses', addresses],
  ['network ACLs', networkAcls],
] as const)('from the internet: %s', (_, cases) => {
  test.each(cases)('$name', ({ change, to = 'Web', port, expected, sections }) => {
    const { reach, end } = deploy(template({ ...twoTiers, ...change }, sections));
    expect(tell(reach.connect({ kind: 'internet' }, end(to), port))).toBe(expected);
  });
});

function tell(connection: Connection): string {
  if (connection.verdict === 'blocked') return `blocked by ${connection.blockedBy?.component}`;
  if (connection.verdict === 'unknown') return `unknown: ${connection.settledBy}`;
  const ports = connection.ports.map(({ protocol, from, to }) => `${protocol} ${from === to ? from : `${from}-${to}`}`);
  return `open ${ports.join(', ')}`;
}

describe('conditions', () => {
  const sections = {
    Parameters: { Env: { Type: 'String' } },
    Conditions: { IsDev: { 'Fn::Equals': [ref('Env'), 'dev'] } },
  };
  const when = (yes: unknown, no: unknown) => ({ 'Fn::If': ['IsDev', yes, no] });
  const nothing = ref('AWS::NoValue');

  test('a rule under a condition opens under that condition', () => {
    const parts = { ...twoTiers, WebGroup: group([when(anyone(22), nothing) as object]) };
    const { reach, end } = deploy(template(parts, sections));
    const connection = reach.connect({ kind: 'internet' }, end('Web'));
    expect(tell(connection)).toBe('open tcp 22');
    expect(connection.guard).toMatchObject([[{ holds: true }]]);
  });

  test('conditions that exclude each other never open', () => {
    const parts = {
      ...twoTiers,
      WebGroup: group([when(anyone(22), nothing) as object]),
      Public: subnet('10.0.0.0/24', { MapPublicIpOnLaunch: when(false, true) }),
    };
    const { reach, end } = deploy(template(parts, sections));
    expect(reach.connect({ kind: 'internet' }, end('Web')).verdict).toBe('blocked');
  });

  test('both sides of a condition together are always', () => {
    const parts = { ...twoTiers, WebGroup: group([when(anyone(22), anyone(443)) as object]) };
    const { reach, end } = deploy(template(parts, sections));
    const connection = reach.connect({ kind: 'internet' }, end('Web'));
    expect(tell(connection)).toBe('open tcp 22, tcp 443');
    expect(connection.guard).toEqual([[]]);
  });
});

describe('reasons', () => {
  const told = (change: Readonly<Record<string, Part | undefined>>, to = 'Web') => {
    const { reach, end } = deploy(template({ ...twoTiers, ...change }));
    return reach.connect({ kind: 'internet' }, end(to));
  };

  test('an open answer cites the components in the order of the way', () => {
    expect(told(acl(bothWays)).through.map(({ component }) => component)).toEqual([
      'gateway',
      'route',
      'public-address',
      'network-acl',
      'network-acl',
      'security-group',
    ]);
  });

  test('each cited component has its place in the template', () => {
    const { reach, end, origins } = deploy(template({ ...twoTiers, ...acl(bothWays) }));
    const { through } = reach.connect({ kind: 'internet' }, end('Web'));
    const places = through.map(({ origin }) => (origin === undefined ? undefined : origins.span(origin)));
    expect(places.every((place) => place !== undefined)).toBe(true);
  });

  test.each([
    ['route', { PublicRoute: undefined }, 'no route of subnet Public leads there'],
    [
      'route',
      { PublicRoute: route('PublicTable', '0.0.0.0/0', { NatGatewayId: ref('Nat') }) },
      'route 0.0.0.0/0 leads to Nat, which lets nothing in',
    ],
    ['public-address', { Public: subnet('10.0.0.0/24') }, 'Web has no public address'],
    ['network-acl', acl({}), 'network ACL Acl lets this not pass (ingress)'],
    ['security-group', { WebGroup: group([]) }, 'no rule of WebGroup lets this in'],
  ] as const)('a refusal by %s says what is missing', (component, change, because) => {
    const { blockedBy } = told(change);
    expect(blockedBy).toMatchObject({ component, because });
    expect(blockedBy?.origin).toBeDefined();
  });
});
