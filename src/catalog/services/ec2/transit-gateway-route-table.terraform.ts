import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::TransitGatewayRouteTable',
  from: {
    aws_ec2_transit_gateway_route_table: makes({ TransitGatewayId: 'transit_gateway_id', Tags: tags }),
  },
});
