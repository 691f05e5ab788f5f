import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::TransitGatewayRouteTableAssociation',
  from: {
    aws_ec2_transit_gateway_route_table_association: makes({
      TransitGatewayAttachmentId: 'transit_gateway_attachment_id',
      TransitGatewayRouteTableId: 'transit_gateway_route_table_id',
    }),
  },
});
