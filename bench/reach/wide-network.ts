/** Interfaces of one VPC, in 20 subnets; a larger network has more VPCs, all peered with the first. */
const interfacesPerVpc = 1_000;
const instancesPerService = 25;
const tiers = ['public', 'app', 'data'] as const;
const subnetsPerTier = { public: 6, app: 8, data: 6 } as const;

type Tier = (typeof tiers)[number];
type Resources = Record<string, object>;

/**
 * Template texts by path with about this many network interfaces: services of 25 instances behind security groups that
 * name each other, a group that all share, one of the first VPC that all let in for monitoring, a network ACL before
 * the data tier, and peering with the first VPC.
 */
export function wideNetwork(interfaces: number): Readonly<Record<string, string>> {
  const vpcs = Math.max(1, Math.round(interfaces / interfacesPerVpc));
  const texts: Record<string, string> = {};
  for (let vpc = 0; vpc < vpcs; vpc += 1) {
    const resources: Resources = {};
    addVpc(resources, vpc);
    addPeerings(resources, vpc, vpcs);
    addServices(resources, vpc, Math.round(interfaces / vpcs / instancesPerService));
    texts[`vpc-${String(vpc).padStart(3, '0')}.json`] = JSON.stringify({
      Resources: resources,
      Outputs: outputsOf(vpc),
    });
  }
  return texts;
}

const ref = (name: string) => ({ Ref: name });
const imported = (name: string) => ({ 'Fn::ImportValue': name });

function outputsOf(vpc: number): object {
  const output = (name: string, value: string) => ({ Value: ref(value), Export: { Name: `${name}-${vpc}` } });
  return {
    Vpc: output('vpc', 'Vpc'),
    Base: output('base', 'Base'),
    ...Object.fromEntries(tiers.map((tier) => [`Table${tier}`, output(`table-${tier}`, `Table${tier}`)])),
  };
}

function addVpc(resources: Resources, vpc: number): void {
  resources.Vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: `10.${vpc}.0.0/16` } };
  resources.Gateway = { Type: 'AWS::EC2::InternetGateway' };
  resources.Attachment = {
    Type: 'AWS::EC2::VPCGatewayAttachment',
    Properties: { VpcId: ref('Vpc'), InternetGatewayId: ref('Gateway') },
  };
  resources.Nat = {
    Type: 'AWS::EC2::NatGateway',
    Properties: { SubnetId: ref('Netpublic0'), AllocationId: 'eipalloc-1' },
  };
  resources.Acl = { Type: 'AWS::EC2::NetworkAcl', Properties: { VpcId: ref('Vpc') } };
  for (const [at, [Egress, RuleAction, CidrBlock]] of (
    [
      [false, 'allow', '10.0.0.0/8'],
      [false, 'deny', '0.0.0.0/0'],
      [true, 'allow', '0.0.0.0/0'],
    ] as const
  ).entries())
    resources[`Entry${at}`] = {
      Type: 'AWS::EC2::NetworkAclEntry',
      Properties: { NetworkAclId: ref('Acl'), RuleNumber: 100 + at, Protocol: -1, Egress, RuleAction, CidrBlock },
    };
  for (const tier of tiers) addTier(resources, vpc, tier);
}

function addTier(resources: Resources, vpc: number, tier: Tier): void {
  const table = `Table${tier}`;
  resources[table] = { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: ref('Vpc') } };
  if (tier !== 'data')
    resources[`Route${tier}`] = {
      Type: 'AWS::EC2::Route',
      Properties: {
        RouteTableId: ref(table),
        DestinationCidrBlock: '0.0.0.0/0',
        ...(tier === 'public' ? { GatewayId: ref('Gateway') } : { NatGatewayId: ref('Nat') }),
      },
    };
  for (let at = 0; at < subnetsPerTier[tier]; at += 1) {
    const name = `Net${tier}${at}`;
    resources[name] = {
      Type: 'AWS::EC2::Subnet',
      Properties: {
        VpcId: ref('Vpc'),
        CidrBlock: `10.${vpc}.${tiers.indexOf(tier) * 32 + at}.0/24`,
        MapPublicIpOnLaunch: tier === 'public',
      },
    };
    resources[`${name}Table`] = {
      Type: 'AWS::EC2::SubnetRouteTableAssociation',
      Properties: { SubnetId: ref(name), RouteTableId: ref(table) },
    };
    if (tier === 'data')
      resources[`${name}Acl`] = {
        Type: 'AWS::EC2::SubnetNetworkAclAssociation',
        Properties: { SubnetId: ref(name), NetworkAclId: ref('Acl') },
      };
  }
}

/** The first VPC holds what all others share: it is peered with each of them. */
function addPeerings(resources: Resources, vpc: number, vpcs: number): void {
  if (vpc > 0) return;
  for (let peer = 1; peer < vpcs; peer += 1) {
    resources[`Peering${peer}`] = {
      Type: 'AWS::EC2::VPCPeeringConnection',
      Properties: { VpcId: ref('Vpc'), PeerVpcId: imported(`vpc-${peer}`) },
    };
    for (const tier of ['app', 'data'] as const) {
      const over = { VpcPeeringConnectionId: ref(`Peering${peer}`) };
      resources[`There${peer}${tier}`] = {
        Type: 'AWS::EC2::Route',
        Properties: { RouteTableId: ref(`Table${tier}`), DestinationCidrBlock: `10.${peer}.0.0/16`, ...over },
      };
      resources[`Back${peer}${tier}`] = {
        Type: 'AWS::EC2::Route',
        Properties: { RouteTableId: imported(`table-${tier}-${peer}`), DestinationCidrBlock: '10.0.0.0/16', ...over },
      };
    }
  }
}

function addServices(resources: Resources, vpc: number, services: number): void {
  const tcp = (from: number, to: number, peer: object) => ({ IpProtocol: 'tcp', FromPort: from, ToPort: to, ...peer });
  const anywhere = { CidrIp: '0.0.0.0/0' };
  resources.Base = {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: {
      GroupDescription: 'base',
      VpcId: ref('Vpc'),
      SecurityGroupIngress: [
        tcp(22, 22, { CidrIp: '10.0.0.0/24' }),
        tcp(9100, 9100, { SourceSecurityGroupId: vpc === 0 ? ref('Svc0') : imported('base-0') }),
      ],
    },
  };
  for (let service = 0; service < services; service += 1) {
    const tier = tiers[service % 10 < 2 ? 0 : service % 10 < 8 ? 1 : 2];
    const before = service > 0 ? { SourceSecurityGroupId: ref(`Svc${service - 1}`) } : { CidrIp: `10.${vpc}.0.0/16` };
    const port = tier === 'data' ? 5432 : 8000 + (service % 20);
    resources[`Svc${service}`] = {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: {
        GroupDescription: 'service',
        VpcId: ref('Vpc'),
        SecurityGroupIngress: [
          tcp(port, port, before),
          ...(tier === 'public' ? [tcp(443, 443, anywhere)] : [tcp(8443, 8443, { CidrIp: `10.${vpc}.32.0/19` })]),
          ...(service % 7 === 0
            ? [tcp(53, 53, { CidrIp: '10.0.0.0/8' }), { ...tcp(53, 53, { CidrIp: '10.0.0.0/8' }), IpProtocol: 'udp' }]
            : []),
        ],
        ...(service % 3 === 0 && {
          SecurityGroupEgress: [tcp(443, 443, anywhere), tcp(1024, 65535, { CidrIp: '10.0.0.0/8' })],
        }),
      },
    };
    for (let at = 0; at < instancesPerService; at += 1)
      resources[`Svc${service}Host${at}`] = {
        Type: 'AWS::EC2::Instance',
        Properties: {
          ImageId: 'ami-0123456789abcdef0',
          SubnetId: ref(`Net${tier}${(service + at) % subnetsPerTier[tier ?? 'app']}`),
          SecurityGroupIds: [ref(`Svc${service}`), ref('Base')],
        },
      };
  }
}
