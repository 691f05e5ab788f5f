import { defineTerraform } from '../../../model/terraform.ts';
import { always, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Lambda::Permission',
  from: {
    aws_lambda_permission: makes({
      Action: 'action',
      EventSourceToken: 'event_source_token',
      FunctionName: 'function_name',
      FunctionUrlAuthType: 'function_url_auth_type',
      // From version 6.28 of the provider on.
      InvokedViaFunctionUrl: 'invoked_via_function_url',
      Principal: 'principal',
      PrincipalOrgID: 'principal_org_id',
      SourceAccount: 'source_account',
      SourceArn: 'source_arn',
    }),
    // With an address that asks nobody who he is, the provider itself adds the permission `FunctionURLAllowPublicAccess`:
    // resourceFunctionURLCreate in internal/service/lambda/function_url.go of terraform-provider-aws.
    aws_lambda_function_url: makes(
      {
        Action: always('lambda:InvokeFunctionUrl'),
        FunctionName: 'function_name',
        FunctionUrlAuthType: 'authorization_type',
        Principal: always('*'),
      },
      { when: { attribute: 'authorization_type', is: 'NONE' } },
    ),
  },
});
