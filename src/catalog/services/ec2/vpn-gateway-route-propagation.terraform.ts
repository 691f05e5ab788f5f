import { defineTerraform } from '../../../model/terraform.ts';
import { list, makes, own } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::VPNGatewayRoutePropagation',
  from: {
    aws_vpn_gateway_route_propagation: makes({
      RouteTableIds: list('route_table_id'),
      VpnGatewayId: 'vpn_gateway_id',
    }),
    // A route table may name the gateways that it learns from.
    aws_route_table: makes({ RouteTableIds: list(own()), VpnGatewayId: '' }, { each: 'propagating_vgws' }),
    aws_default_route_table: makes({ RouteTableIds: list(own()), VpnGatewayId: '' }, { each: 'propagating_vgws' }),
  },
});
