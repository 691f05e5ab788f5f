import { defineTerraform } from '../../../model/terraform.ts';
import { indexed, makes, named, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::RDS::DBClusterParameterGroup',
  from: {
    aws_rds_cluster_parameter_group: makes({
      DBClusterParameterGroupName: named('name'),
      Description: otherwise('description', 'Managed by Terraform'),
      Family: 'family',
      Parameters: indexed('parameter', 'name', 'value'),
      Tags: tags,
    }),
  },
});
