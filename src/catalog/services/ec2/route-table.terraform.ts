import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags, theirs } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::RouteTable',
  from: {
    aws_route_table: makes({ Tags: tags, VpcId: 'vpc_id' }),
    // The main table that comes with a VPC.
    aws_default_route_table: makes(
      { Tags: tags, VpcId: theirs('default_route_table_id', 'Ref') },
      { name: theirs('default_route_table_id', 'MainRouteTable') },
    ),
  },
});
