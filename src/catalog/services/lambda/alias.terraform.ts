import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Lambda::Alias',
  from: {
    aws_lambda_alias: makes({
      Description: 'description',
      FunctionName: 'function_name',
      FunctionVersion: 'function_version',
      Name: 'name',
    }),
  },
});
