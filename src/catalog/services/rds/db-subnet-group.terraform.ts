import { defineTerraform } from '../../../model/terraform.ts';
import { makes, named, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::RDS::DBSubnetGroup',
  from: {
    aws_db_subnet_group: makes({
      DBSubnetGroupName: named('name'),
      DBSubnetGroupDescription: otherwise('description', 'Managed by Terraform'),
      SubnetIds: 'subnet_ids',
      Tags: tags,
    }),
  },
});
