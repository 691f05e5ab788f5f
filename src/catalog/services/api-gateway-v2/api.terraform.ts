import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes, tagMap } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ApiGatewayV2::Api',
  inexpressible: { BodyS3Location: 'The provider takes the definition as text.' },
  from: {
    aws_apigatewayv2_api: makes(
      {
        Name: 'name',
        Description: 'description',
        ProtocolType: 'protocol_type',
        Body: document('body'),
        CredentialsArn: 'credentials_arn',
        DisableExecuteApiEndpoint: 'disable_execute_api_endpoint',
        RouteKey: 'route_key',
        RouteSelectionExpression: 'route_selection_expression',
        Target: 'target',
        CorsConfiguration: {
          AllowCredentials: 'cors_configuration.allow_credentials',
          AllowMethods: 'cors_configuration.allow_methods',
          AllowOrigins: 'cors_configuration.allow_origins',
        },
        Tags: tagMap,
      },
      {
        attributes: {
          api_endpoint: 'ApiEndpoint',
          execution_arn: 'arn:{Partition}:execute-api:{Region}:{Account}:{ApiId}',
        },
      },
    ),
  },
});
