import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ApiGatewayV2::Route',
  from: {
    aws_apigatewayv2_route: makes({
      ApiId: 'api_id',
      RouteKey: 'route_key',
      Target: 'target',
      AuthorizationType: 'authorization_type',
      AuthorizerId: 'authorizer_id',
      AuthorizationScopes: 'authorization_scopes',
      ApiKeyRequired: 'api_key_required',
    }),
  },
});
