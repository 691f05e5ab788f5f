import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::SubnetRouteTableAssociation',
  from: {
    aws_route_table_association: makes(
      { RouteTableId: 'route_table_id', SubnetId: 'subnet_id' },
      { when: { attribute: 'subnet_id' } },
    ),
  },
});
