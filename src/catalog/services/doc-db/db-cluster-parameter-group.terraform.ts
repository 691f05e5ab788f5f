import { defineTerraform } from '../../../model/terraform.ts';
import { indexed, makes, named, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::DocDB::DBClusterParameterGroup',
  from: {
    aws_docdb_cluster_parameter_group: makes({
      Name: named('name'),
      Description: 'description',
      Family: 'family',
      Parameters: indexed('parameter', 'name', 'value'),
      Tags: tags,
    }),
  },
});
