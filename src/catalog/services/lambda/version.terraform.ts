import { defineTerraform } from '../../../model/terraform.ts';
import { makes, own } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Lambda::Version',
  from: {
    aws_lambda_function: makes({ FunctionName: own() }, { when: { attribute: 'publish', is: true } }),
  },
});
