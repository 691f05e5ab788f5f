import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::TransitGatewayRoute',
  from: {
    aws_ec2_transit_gateway_route: makes({
      Blackhole: 'blackhole',
      DestinationCidrBlock: 'destination_cidr_block',
      TransitGatewayAttachmentId: 'transit_gateway_attachment_id',
      TransitGatewayRouteTableId: 'transit_gateway_route_table_id',
    }),
  },
});
