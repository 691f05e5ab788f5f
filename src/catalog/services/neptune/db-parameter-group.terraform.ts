import { defineTerraform } from '../../../model/terraform.ts';
import { indexed, makes, named, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Neptune::DBParameterGroup',
  from: {
    aws_neptune_parameter_group: makes({
      Name: named('name'),
      Description: otherwise('description', 'Managed by Terraform'),
      Family: 'family',
      Parameters: indexed('parameter', 'name', 'value'),
      Tags: tags,
    }),
  },
});
