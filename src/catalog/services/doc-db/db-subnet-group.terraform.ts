import { defineTerraform } from '../../../model/terraform.ts';
import { makes, named, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::DocDB::DBSubnetGroup',
  from: {
    aws_docdb_subnet_group: makes({
      DBSubnetGroupName: named('name'),
      DBSubnetGroupDescription: 'description',
      SubnetIds: 'subnet_ids',
      Tags: tags,
    }),
  },
});
