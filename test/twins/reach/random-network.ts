import { get, ref } from '../../reach/two-tiers.ts';
import type { Dice } from './dice.ts';

/** A template of a random network, the resources to ask about, and the blocks outside that matter to it. */
export interface RandomNetwork {
  readonly template: object;
  readonly ends: readonly string[];
  readonly blocks: readonly string[];
}

type Properties = Readonly<Record<string, unknown>>;

interface Draft {
  readonly dice: Dice;
  readonly vpcs: readonly string[];
  readonly subnets: readonly { readonly name: string; readonly vpc: string; readonly block: string }[];
  readonly groups: readonly { readonly name: string; readonly vpc: string }[];
  add(name: string, type: string, properties: Properties): void;
}

const sections = {
  Parameters: {
    Somewhere: { Type: 'String' },
    SomeGroup: { Type: 'String' },
    SomeSubnet: { Type: 'String' },
    SomePort: { Type: 'Number' },
    Stage: { Type: 'String', AllowedValues: ['dev', 'test', 'prod'] },
    Extra: { Type: 'String' },
  },
  Conditions: {
    IsProd: { 'Fn::Equals': [ref('Stage'), 'prod'] },
    IsDev: { 'Fn::Equals': [ref('Stage'), 'dev'] },
    HasExtra: { 'Fn::Equals': [ref('Extra'), 'yes'] },
    NoExtra: { 'Fn::Not': [{ Condition: 'HasExtra' }] },
  },
};
const conditions = ['IsProd', 'IsDev', 'HasExtra', 'NoExtra'] as const;
const blocksOutside = ['203.0.113.0/24', '8.0.0.0/6', '192.168.1.0/24', '10.9.0.0/16', '2001:db8::/32'] as const;

/** Two or three small VPCs with everything that the engine evaluates, most of it plain, some of it unknown or conditional. */
export function randomNetwork(dice: Dice): RandomNetwork {
  const resources: Record<string, object> = {};
  const vpcs = dice.chance(0.5) ? ['VpcA', 'VpcB'] : ['VpcA', 'VpcB', 'VpcC'];
  const subnets = vpcs.flatMap((vpc, at) =>
    [0, 1, 2]
      .slice(0, 1 + dice.below(3))
      .map((index) => ({ name: `${vpc}Net${index}`, vpc, block: `10.${at}.${index}.0/24` })),
  );
  const groups = vpcs.flatMap((vpc) => ['Web', 'App', 'Db'].map((name) => ({ name: `${vpc}${name}`, vpc })));
  const draft: Draft = {
    dice,
    vpcs,
    subnets,
    groups,
    add(name, type, properties) {
      const condition = dice.chance(0.06) ? { Condition: dice.pick(conditions) } : {};
      resources[name] = { Type: type, Properties: properties, ...condition };
    },
  };
  addVpcs(draft);
  addRoutes(draft);
  addPeerings(draft);
  addGroups(draft);
  addAcls(draft);
  const ends = addEnds(draft);
  return { template: { ...sections, Resources: resources }, ends, blocks: blocksOutside };
}

function addVpcs({ dice, vpcs, subnets, add }: Draft): void {
  for (const [at, vpc] of vpcs.entries()) {
    add(vpc, 'AWS::EC2::VPC', { CidrBlock: dice.chance(0.1) ? ref('Somewhere') : `10.${at}.0.0/16` });
    add(`${vpc}Gateway`, 'AWS::EC2::InternetGateway', {});
    if (dice.chance(0.85))
      add(`${vpc}Attachment`, 'AWS::EC2::VPCGatewayAttachment', {
        VpcId: ref(vpc),
        InternetGatewayId: ref(`${vpc}Gateway`),
      });
    add(`${vpc}Outward`, 'AWS::EC2::EgressOnlyInternetGateway', { VpcId: ref(vpc) });
  }
  for (const [at, { name, vpc, block }] of subnets.entries())
    add(name, 'AWS::EC2::Subnet', {
      VpcId: ref(vpc),
      CidrBlock: dice.chance(0.06) ? ref('Somewhere') : block,
      ...(dice.chance(0.5) && { MapPublicIpOnLaunch: true }),
      ...(dice.chance(0.6) && { Ipv6CidrBlock: `2600:1f18:${at + 1}::/64`, AssignIpv6AddressOnCreation: true }),
    });
}

function addRoutes(draft: Draft): void {
  const { dice, vpcs, subnets, add } = draft;
  for (const vpc of vpcs) {
    const own = subnets.filter((subnet) => subnet.vpc === vpc);
    for (const table of ['Public', 'Private']) {
      add(`${vpc}${table}`, 'AWS::EC2::RouteTable', { VpcId: ref(vpc) });
      const out =
        table === 'Public' || dice.chance(0.2)
          ? { GatewayId: ref(`${vpc}Gateway`) }
          : { NatGatewayId: ref(`${vpc}Nat`) };
      addRoute(draft, { vpc, table, destination: '0.0.0.0/0', target: out });
      const outV6 = table === 'Public' ? out : { EgressOnlyInternetGatewayId: ref(`${vpc}Outward`) };
      if (dice.chance(0.6)) addRoute(draft, { vpc, table, destination: '::/0', target: outV6 });
      if (dice.chance(0.2))
        addRoute(draft, { vpc, table, destination: dice.pick(['8.0.0.0/6', '0.0.0.0/1']), target: out });
      if (dice.chance(0.15))
        addRoute(draft, { vpc, table, destination: '192.168.0.0/16', target: { GatewayId: 'vgw-0a1b2c3d' } });
      if (dice.chance(0.08)) addRoute(draft, { vpc, table, destination: ref('Somewhere'), target: out });
    }
    add(`${vpc}Nat`, 'AWS::EC2::NatGateway', {
      SubnetId: ref(own[0]?.name ?? 'SomeSubnet'),
      AllocationId: 'eipalloc-1',
    });
    for (const { name } of own) {
      const table = dice.pick(['Public', 'Public', 'Private', 'None']);
      if (table !== 'None')
        add(`${name}Table`, 'AWS::EC2::SubnetRouteTableAssociation', {
          SubnetId: ref(name),
          RouteTableId: ref(`${vpc}${table}`),
        });
    }
  }
}

interface Route {
  readonly vpc: string;
  readonly table: string;
  readonly destination: string | object;
  readonly target: Properties;
}

let routes = 0;

function addRoute({ add }: Draft, { vpc, table, destination, target }: Route): void {
  routes += 1;
  const isV6 = typeof destination === 'string' && destination.includes(':');
  add(`${vpc}${table}Route${routes}`, 'AWS::EC2::Route', {
    RouteTableId: ref(`${vpc}${table}`),
    [isV6 ? 'DestinationIpv6CidrBlock' : 'DestinationCidrBlock']: destination,
    ...target,
  });
}

function addPeerings(draft: Draft): void {
  const { dice, vpcs, add } = draft;
  const blocks = (vpc: string) => [`10.${vpcs.indexOf(vpc)}.0.0/16`, `10.${vpcs.indexOf(vpc)}.0.0/24`, '10.0.0.0/8'];
  for (const [at, vpc] of vpcs.entries())
    for (const peer of vpcs.slice(at + 1)) {
      if (!dice.chance(0.8)) continue;
      const name = `${vpc}To${peer}`;
      add(name, 'AWS::EC2::VPCPeeringConnection', { VpcId: ref(vpc), PeerVpcId: ref(peer) });
      for (const table of ['Public', 'Private'])
        for (const [here, there] of [
          [vpc, peer],
          [peer, vpc],
        ] as const) {
          const [whole = '', part = '', wide = ''] = blocks(there);
          const destination = dice.pick([whole, whole, whole, part, wide]);
          if (dice.chance(0.85))
            addRoute(draft, { vpc: here, table, destination, target: { VpcPeeringConnectionId: ref(name) } });
        }
    }
}

const ranges = [
  [22, 22],
  [443, 443],
  [0, 65535],
  [400, 500],
  [5432, 5432],
  [1024, 65535],
] as const;

function addGroups(draft: Draft): void {
  const { dice, vpcs, groups, add } = draft;
  add('Offices', 'AWS::EC2::PrefixList', {
    AddressFamily: 'IPv4',
    MaxEntries: 5,
    PrefixListName: 'offices',
    Entries: [{ Cidr: '203.0.113.0/24' }, { Cidr: dice.pick(['10.0.0.0/24', '10.1.0.0/16', '8.0.0.0/6']) }],
  });
  for (const { name, vpc } of groups) {
    const inbound = [0, 1, 2].slice(0, dice.below(4)).map(() => randomRule(draft, name, 'Source'));
    const outbound = dice.chance(0.35)
      ? [0, 1].slice(0, dice.below(3)).map(() => randomRule(draft, name, 'Destination'))
      : undefined;
    // Rules that name groups stand alone: two groups cannot name each other within their own resources.
    const isPlain = (rule: Properties) => !Object.keys(rule).some((key) => key.endsWith('SecurityGroupId'));
    add(name, 'AWS::EC2::SecurityGroup', {
      GroupDescription: 'group',
      VpcId: ref(vpc),
      SecurityGroupIngress: inbound.filter(isPlain),
      ...(outbound !== undefined && { SecurityGroupEgress: outbound.filter(isPlain) }),
    });
    for (const [at, rule] of inbound.entries())
      if (!isPlain(rule)) add(`${name}In${at}`, 'AWS::EC2::SecurityGroupIngress', { GroupId: ref(name), ...rule });
    for (const [at, rule] of (outbound ?? []).entries())
      if (!isPlain(rule)) add(`${name}Out${at}`, 'AWS::EC2::SecurityGroupEgress', { GroupId: ref(name), ...rule });
  }
  for (const vpc of vpcs)
    if (dice.chance(0.4))
      add(`${vpc}DefaultIn`, 'AWS::EC2::SecurityGroupIngress', {
        GroupId: get(vpc, 'DefaultSecurityGroup'),
        ...randomRule(draft, `${vpc}Web`, 'Source'),
      });
}

function randomRule(draft: Draft, own: string, way: 'Source' | 'Destination'): Properties {
  const { dice } = draft;
  const [FromPort, ToPort] = dice.pick(ranges);
  const port = dice.chance(0.04) ? { FromPort: ref('SomePort'), ToPort: ref('SomePort') } : { FromPort, ToPort };
  const rule = {
    IpProtocol: dice.pick(['tcp', 'tcp', 'tcp', 'udp', '-1', 6]),
    ...port,
    ...randomPeer(draft, own, way),
  };
  return rule;
}

function randomPeer({ dice, vpcs, subnets, groups }: Draft, own: string, way: 'Source' | 'Destination'): Properties {
  const kind = dice.below(20);
  if (kind < 3) return { CidrIp: '0.0.0.0/0' };
  if (kind < 5) return { CidrIpv6: dice.pick(['::/0', '2600:1f18:1::/64', '2600::/12']) };
  if (kind < 7) return { CidrIp: dice.pick(['8.0.0.0/6', '0.0.0.0/1', '128.0.0.0/1', '203.0.113.0/24', '10.0.0.0/8']) };
  if (kind < 9) return { CidrIp: dice.pick(subnets.map(({ block }) => block)) };
  if (kind < 10) return { CidrIp: dice.pick(['10.0.0.0/16', '10.1.0.0/16', '10.0.0.128/25', '10.1.1.16/28']) };
  if (kind < 11) return { CidrIp: get(dice.pick(vpcs), 'CidrBlock') };
  if (kind < 12) return { CidrIp: ref('Somewhere') };
  if (kind < 13)
    return { [`${way}PrefixListId`]: dice.pick([ref('Offices'), ref('Offices'), 'pl-0a1b2c3d', 'pl-4fa04526']) };
  if (kind < 14) return { [`${way}SecurityGroupId`]: ref('SomeGroup') };
  if (kind < 15) return { [`${way}SecurityGroupId`]: get(dice.pick(vpcs), 'DefaultSecurityGroup') };
  if (kind < 16) return { [`${way}SecurityGroupId`]: ref(own) };
  return { [`${way}SecurityGroupId`]: ref(dice.pick(groups).name) };
}

function addAcls({ dice, vpcs, subnets, add }: Draft): void {
  for (const vpc of vpcs) {
    if (!dice.chance(0.6)) continue;
    const acl = `${vpc}Acl`;
    add(acl, 'AWS::EC2::NetworkAcl', { VpcId: ref(vpc) });
    for (const Egress of [false, true]) {
      if (dice.chance(0.85))
        add(`${acl}${Egress}All`, 'AWS::EC2::NetworkAclEntry', {
          NetworkAclId: ref(acl),
          RuleNumber: 900,
          Protocol: -1,
          RuleAction: 'allow',
          Egress,
          CidrBlock: '0.0.0.0/0',
        });
      for (const at of [0, 1, 2].slice(0, dice.below(4))) {
        const [From, To] = dice.pick(ranges);
        const block = dice.pick([
          '0.0.0.0/0',
          '10.0.0.0/8',
          '10.0.0.0/24',
          '10.1.0.0/16',
          '8.0.0.0/6',
          '203.0.113.0/24',
          '::/0',
        ]);
        add(`${acl}${Egress}${at}`, 'AWS::EC2::NetworkAclEntry', {
          NetworkAclId: dice.chance(0.1) ? get(vpc, 'DefaultNetworkAcl') : ref(acl),
          RuleNumber: 10 + dice.below(150),
          Protocol: dice.pick([6, -1, 17]),
          RuleAction: dice.pick(['allow', 'allow', 'deny', 'deny', { 'Fn::If': ['IsProd', 'deny', 'allow'] }]),
          Egress,
          PortRange: { From, To },
          ...(block.includes(':')
            ? { Ipv6CidrBlock: block }
            : { CidrBlock: dice.chance(0.05) ? ref('Somewhere') : block }),
        });
      }
    }
    for (const { name } of subnets.filter((subnet) => subnet.vpc === vpc))
      if (dice.chance(0.6))
        add(`${name}Fence`, 'AWS::EC2::SubnetNetworkAclAssociation', { SubnetId: ref(name), NetworkAclId: ref(acl) });
  }
}

function addEnds({ dice, vpcs, subnets, groups, add }: Draft): readonly string[] {
  const ends: string[] = [];
  const groupsIn = (vpc: string) => groups.filter((group) => group.vpc === vpc).map(({ name }) => ref(name));
  for (const at of [0, 1, 2, 3, 4, 5]) {
    const { name: subnet, vpc } = dice.pick(subnets);
    const one = dice.some(groupsIn(vpc), 1, 2);
    const other = dice.pick(groupsIn(vpc));
    const kind = dice.below(12);
    const groupIds =
      kind === 0
        ? undefined
        : kind === 1
          ? [ref('SomeGroup')]
          : kind === 2
            ? [{ 'Fn::If': ['IsProd', one[0], other] }]
            : kind === 3
              ? [{ 'Fn::If': ['HasExtra', one[0], ref('AWS::NoValue')] }]
              : one;
    const place = kind === 4 ? ref('SomeSubnet') : kind === 5 ? undefined : ref(subnet);
    add(`End${at}`, 'AWS::EC2::Instance', {
      ImageId: 'ami-0123456789abcdef0',
      ...(place !== undefined && { SubnetId: place }),
      ...(groupIds !== undefined && { SecurityGroupIds: groupIds }),
    });
    if (dice.chance(0.2)) add(`Address${at}`, 'AWS::EC2::EIP', { Domain: 'vpc', InstanceId: ref(`End${at}`) });
    ends.push(`End${at}`);
  }
  const vpc = dice.pick(vpcs);
  const own = subnets.filter((subnet) => subnet.vpc === vpc).map(({ name }) => ref(name));
  add('Store', 'AWS::RDS::DBInstance', {
    Engine: 'postgres',
    DBSubnetGroupName: ref('StoreNets'),
    VPCSecurityGroups: dice.some(groupsIn(vpc), 1, 2),
    PubliclyAccessible: dice.chance(0.4),
  });
  add('StoreNets', 'AWS::RDS::DBSubnetGroup', { DBSubnetGroupDescription: 'nets', SubnetIds: own });
  add('Front', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
    Type: dice.pick(['application', 'network']),
    Scheme: dice.pick(['internet-facing', 'internal']),
    Subnets: dice.chance(0.1) ? [ref('SomeSubnet')] : own,
    SecurityGroups: dice.some(groupsIn(vpc), 1, 2),
  });
  add('FrontPort', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: ref('Front'),
    Port: 443,
    Protocol: dice.pick(['HTTPS', 'TCP']),
    DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('FrontTargets') }],
  });
  add('FrontTargets', 'AWS::ElasticLoadBalancingV2::TargetGroup', {
    Port: dice.pick([22, 443, 5432]),
    Protocol: dice.pick(['HTTP', 'TCP']),
    VpcId: ref(vpc),
    Targets: [{ Id: ref('End0') }, { Id: ref('End1') }],
  });
  add('Function', 'AWS::Lambda::Function', {
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::111122223333:role/x',
    Code: { ZipFile: 'x' },
    ...(dice.chance(0.7) && {
      VpcConfig: { SubnetIds: own.slice(0, 2), SecurityGroupIds: dice.some(groupsIn(vpc), 1, 2) },
    }),
  });
  add('Queue', 'AWS::SQS::Queue', {});
  return [...ends, 'Store', 'Front', 'Function', 'Queue'];
}
