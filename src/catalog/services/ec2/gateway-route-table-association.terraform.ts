import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::GatewayRouteTableAssociation',
  from: {
    aws_route_table_association: makes(
      { GatewayId: 'gateway_id', RouteTableId: 'route_table_id' },
      { when: { attribute: 'gateway_id' } },
    ),
  },
});
