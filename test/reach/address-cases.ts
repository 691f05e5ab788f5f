import { type Case, parameter } from './internet-case.ts';
import { anyone, get, group, ref, route, subnet } from './two-tiers.ts';

const v6 = {
  Block: ['AWS::EC2::VPCCidrBlock', { VpcId: ref('Vpc'), Ipv6CidrBlock: '2001:db8:0:0::/56' }],
  Public: subnet('10.0.0.0/24', { Ipv6CidrBlock: '2001:db8::/64', AssignIpv6AddressOnCreation: true }),
  WebGroup: group([{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIpv6: '::/0' }]),
} as const;

/** Public, elastic and IPv6 addresses. */
export const addresses: readonly Case[] = [
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
    name: 'an elastic address of an attached interface',
    change: {
      Public: subnet('10.0.0.0/24'),
      Card: ['AWS::EC2::NetworkInterface', { SubnetId: ref('Public'), GroupSet: [ref('WebGroup')] }],
      Web: [
        'AWS::EC2::Instance',
        { ImageId: 'ami-1', NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: ref('Card') }] },
      ],
      Address: ['AWS::EC2::EIP', {}],
      Use: [
        'AWS::EC2::EIPAssociation',
        { AllocationId: get('Address', 'AllocationId'), NetworkInterfaceId: ref('Card') },
      ],
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
