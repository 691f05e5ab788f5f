import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::VPNConnection',
  from: {
    aws_vpn_connection: makes({
      CustomerGatewayId: 'customer_gateway_id',
      StaticRoutesOnly: 'static_routes_only',
      TransitGatewayId: 'transit_gateway_id',
      Type: 'type',
      VpnGatewayId: 'vpn_gateway_id',
      Tags: tags,
    }),
  },
});
