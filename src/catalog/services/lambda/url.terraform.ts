import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Lambda::Url',
  from: {
    aws_lambda_function_url: makes(
      {
        AuthType: 'authorization_type',
        Cors: { AllowMethods: 'cors.allow_methods', AllowOrigins: 'cors.allow_origins' },
        InvokeMode: 'invoke_mode',
        Qualifier: 'qualifier',
        TargetFunctionArn: 'function_name',
      },
      { attributes: { function_url: 'FunctionUrl', function_arn: 'FunctionArn' } },
    ),
  },
});
