import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

const client: TerraformMembers = {
  UserPoolId: 'user_pool_id',
  AllowedOAuthFlows: 'allowed_oauth_flows',
  AllowedOAuthFlowsUserPoolClient: 'allowed_oauth_flows_user_pool_client',
  AllowedOAuthScopes: 'allowed_oauth_scopes',
  CallbackURLs: 'callback_urls',
  ExplicitAuthFlows: 'explicit_auth_flows',
  SupportedIdentityProviders: 'supported_identity_providers',
};

export default defineTerraform({
  type: 'AWS::Cognito::UserPoolClient',
  from: {
    aws_cognito_user_pool_client: makes(
      { ClientName: 'name', GenerateSecret: 'generate_secret', ...client },
      { attributes: { client_secret: 'ClientSecret' } },
    ),
    // One that another AWS service makes, whose settings Terraform takes over.
    aws_cognito_managed_user_pool_client: makes(client, { attributes: { client_secret: 'ClientSecret' } }),
  },
});
