/** A resource of a template: type and properties, in the notation of JSON templates. */
export type Part = readonly [type: string, properties?: Readonly<Record<string, unknown>>];
export type Parts = Readonly<Record<string, Part>>;

export const ref = (logicalId: string) => ({ Ref: logicalId });
export const get = (logicalId: string, attribute: string) => ({ 'Fn::GetAtt': [logicalId, attribute] });

/** An inbound rule from everywhere. */
export const anyone = (port: number, end = port) => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: end,
  CidrIp: '0.0.0.0/0',
});

export const group = (ingress: readonly object[], egress?: readonly object[]): Part => [
  'AWS::EC2::SecurityGroup',
  {
    GroupDescription: 'group',
    VpcId: ref('Vpc'),
    SecurityGroupIngress: ingress,
    ...(egress !== undefined && { SecurityGroupEgress: egress }),
  },
];

export const route = (table: string, destination: string, target: Readonly<Record<string, unknown>>): Part => [
  'AWS::EC2::Route',
  {
    RouteTableId: ref(table),
    [destination.includes(':') ? 'DestinationIpv6CidrBlock' : 'DestinationCidrBlock']: destination,
    ...target,
  },
];

export const subnet = (block: string, more: Readonly<Record<string, unknown>> = {}): Part => [
  'AWS::EC2::Subnet',
  { VpcId: ref('Vpc'), CidrBlock: block, ...more },
];

export const instance = (
  subnetId: string,
  groups: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): Part => [
  'AWS::EC2::Instance',
  { ImageId: 'ami-0123456789abcdef0', SubnetId: ref(subnetId), SecurityGroupIds: groups.map(ref), ...more },
];

export const entry = (acl: string, number: number, more: Readonly<Record<string, unknown>>): Part => [
  'AWS::EC2::NetworkAclEntry',
  { NetworkAclId: ref(acl), RuleNumber: number, Protocol: -1, RuleAction: 'allow', CidrBlock: '0.0.0.0/0', ...more },
];

/**
 * A VPC with a public and a private subnet, an internet gateway and a NAT gateway, an instance in each: `Web` with port
 * 443 open to everyone, `App` with port 8080 open to `Web`.
 */
export const twoTiers: Parts = {
  Vpc: ['AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }],
  Gateway: ['AWS::EC2::InternetGateway'],
  Attachment: ['AWS::EC2::VPCGatewayAttachment', { VpcId: ref('Vpc'), InternetGatewayId: ref('Gateway') }],
  Public: subnet('10.0.0.0/24', { MapPublicIpOnLaunch: true }),
  Private: subnet('10.0.1.0/24'),
  PublicTable: ['AWS::EC2::RouteTable', { VpcId: ref('Vpc') }],
  PrivateTable: ['AWS::EC2::RouteTable', { VpcId: ref('Vpc') }],
  PublicRoute: route('PublicTable', '0.0.0.0/0', { GatewayId: ref('Gateway') }),
  PrivateRoute: route('PrivateTable', '0.0.0.0/0', { NatGatewayId: ref('Nat') }),
  PublicAssociation: [
    'AWS::EC2::SubnetRouteTableAssociation',
    { SubnetId: ref('Public'), RouteTableId: ref('PublicTable') },
  ],
  PrivateAssociation: [
    'AWS::EC2::SubnetRouteTableAssociation',
    { SubnetId: ref('Private'), RouteTableId: ref('PrivateTable') },
  ],
  NatAddress: ['AWS::EC2::EIP', { Domain: 'vpc' }],
  Nat: ['AWS::EC2::NatGateway', { SubnetId: ref('Public'), AllocationId: get('NatAddress', 'AllocationId') }],
  WebGroup: group([anyone(443)]),
  AppGroup: group([{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: ref('WebGroup') }]),
  Web: instance('Public', ['WebGroup']),
  App: instance('Private', ['AppGroup']),
};

/** Parts as a template; `undefined` takes a part away. */
export function template(
  parts: Readonly<Record<string, Part | undefined>>,
  sections: { readonly Parameters?: object; readonly Conditions?: object } = {},
): object {
  const kept = Object.entries(parts).flatMap(([logicalId, part]) =>
    part === undefined ? [] : [[logicalId, { Type: part[0], Properties: part[1] ?? {} }] as const],
  );
  return { ...sections, Resources: Object.fromEntries(kept) };
}
