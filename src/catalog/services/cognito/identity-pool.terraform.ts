import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, otherwise } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Cognito::IdentityPool',
  from: {
    aws_cognito_identity_pool: makes({
      IdentityPoolName: 'identity_pool_name',
      AllowClassicFlow: 'allow_classic_flow',
      AllowUnauthenticatedIdentities: otherwise('allow_unauthenticated_identities', false),
      CognitoIdentityProviders: each('cognito_identity_providers', {
        ClientId: 'client_id',
        ProviderName: 'provider_name',
        ServerSideTokenCheck: 'server_side_token_check',
      }),
      OpenIdConnectProviderARNs: 'openid_connect_provider_arns',
      SamlProviderARNs: 'saml_provider_arns',
      SupportedLoginProviders: 'supported_login_providers',
    }),
  },
});
