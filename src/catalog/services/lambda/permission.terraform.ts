import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Lambda::Permission',
  inexpressible: { InvokedViaFunctionUrl: 'version 5 of the provider has no such argument' },
  from: {
    aws_lambda_permission: makes({
      Action: 'action',
      EventSourceToken: 'event_source_token',
      FunctionName: 'function_name',
      FunctionUrlAuthType: 'function_url_auth_type',
      Principal: 'principal',
      PrincipalOrgID: 'principal_org_id',
      SourceAccount: 'source_account',
      SourceArn: 'source_arn',
    }),
  },
});
