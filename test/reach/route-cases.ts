import { type Case, parameter } from './internet-case.ts';
import { anyone, group, ref, route } from './two-tiers.ts';

/** Routes, gateways and supplied subnets. */
export const routesAndGateways: readonly Case[] = [
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
    expected: 'blocked by route',
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
