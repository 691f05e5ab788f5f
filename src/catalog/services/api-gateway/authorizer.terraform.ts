import { defineTerraform } from '../../../model/terraform.ts';
import { makes, otherwise } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ApiGateway::Authorizer',
  from: {
    aws_api_gateway_authorizer: makes({
      Name: 'name',
      RestApiId: 'rest_api_id',
      // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_authorizer
      Type: otherwise('type', 'TOKEN'),
      AuthorizerUri: 'authorizer_uri',
      AuthorizerCredentials: 'authorizer_credentials',
      ProviderARNs: 'provider_arns',
      IdentitySource: 'identity_source',
    }),
  },
});
