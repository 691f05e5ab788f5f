import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import { makes, own } from '../../terraform-rules.ts';

const targets: TerraformMembers = {
  CarrierGatewayId: 'carrier_gateway_id',
  CoreNetworkArn: 'core_network_arn',
  EgressOnlyInternetGatewayId: 'egress_only_gateway_id',
  GatewayId: 'gateway_id',
  LocalGatewayId: 'local_gateway_id',
  NatGatewayId: 'nat_gateway_id',
  NetworkInterfaceId: 'network_interface_id',
  TransitGatewayId: 'transit_gateway_id',
  VpcEndpointId: 'vpc_endpoint_id',
  VpcPeeringConnectionId: 'vpc_peering_connection_id',
};

const { CarrierGatewayId: _carrier, LocalGatewayId: _local, ...targetsOfMain } = targets;

const inline = (possible: TerraformMembers) =>
  makes(
    {
      ...possible,
      DestinationCidrBlock: 'cidr_block',
      DestinationIpv6CidrBlock: 'ipv6_cidr_block',
      DestinationPrefixListId: 'destination_prefix_list_id',
      RouteTableId: own(),
    },
    { each: 'route', key: ['cidr_block', 'ipv6_cidr_block', 'destination_prefix_list_id'] },
  );

export default defineTerraform({
  type: 'AWS::EC2::Route',
  inexpressible: { OdbNetworkArn: 'version 5 of the provider has no such target' },
  from: {
    aws_route: makes({
      ...targets,
      DestinationCidrBlock: 'destination_cidr_block',
      DestinationIpv6CidrBlock: 'destination_ipv6_cidr_block',
      DestinationPrefixListId: 'destination_prefix_list_id',
      InstanceId: 'instance_id',
      RouteTableId: 'route_table_id',
    }),
    aws_route_table: inline(targets),
    aws_default_route_table: inline(targetsOfMain),
  },
});
