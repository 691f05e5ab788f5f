import { defineTerraform } from '../../../model/terraform.ts';
import { configures, makes } from '../../terraform-rules.ts';

/** A method, and the integration that Terraform has as a resource of its own. */
export default defineTerraform({
  type: 'AWS::ApiGateway::Method',
  from: {
    aws_api_gateway_method: makes({
      RestApiId: 'rest_api_id',
      ResourceId: 'resource_id',
      HttpMethod: 'http_method',
      AuthorizationType: 'authorization',
      AuthorizerId: 'authorizer_id',
      AuthorizationScopes: 'authorization_scopes',
      ApiKeyRequired: 'api_key_required',
      RequestValidatorId: 'request_validator_id',
      RequestModels: 'request_models',
      RequestParameters: 'request_parameters',
    }),
    aws_api_gateway_integration: configures(
      { rest_api_id: 'RestApiId', resource_id: 'ResourceId', http_method: 'HttpMethod' },
      {
        Integration: {
          Type: 'type',
          IntegrationHttpMethod: 'integration_http_method',
          Uri: 'uri',
          Credentials: 'credentials',
          ConnectionType: 'connection_type',
          ConnectionId: 'connection_id',
          RequestParameters: 'request_parameters',
          RequestTemplates: 'request_templates',
        },
      },
    ),
  },
});
