import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Redshift::ClusterParameterGroup',
  from: {
    aws_redshift_parameter_group: makes({
      ParameterGroupName: 'name',
      Description: 'description',
      ParameterGroupFamily: 'family',
      Parameters: each('parameter', { ParameterName: 'name', ParameterValue: 'value' }),
      Tags: tags,
    }),
  },
});
