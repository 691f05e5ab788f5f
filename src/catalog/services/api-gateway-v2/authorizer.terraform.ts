import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ApiGatewayV2::Authorizer',
  from: {
    aws_apigatewayv2_authorizer: makes({
      Name: 'name',
      ApiId: 'api_id',
      AuthorizerType: 'authorizer_type',
      AuthorizerUri: 'authorizer_uri',
      AuthorizerCredentialsArn: 'authorizer_credentials_arn',
      IdentitySource: 'identity_sources',
      JwtConfiguration: { Audience: 'jwt_configuration.audience', Issuer: 'jwt_configuration.issuer' },
    }),
  },
});
