import { defineTerraform } from '../../../model/terraform.ts';
import { configures, list, makes } from '../../terraform-rules.ts';

/** Terraform has the integration and the answers as resources of their own, which name the method by these. */
const itsMethod = { rest_api_id: 'RestApiId', resource_id: 'ResourceId', http_method: 'HttpMethod' };

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
    aws_api_gateway_method_response: configures(itsMethod, {
      MethodResponses: list({ StatusCode: 'status_code', ResponseParameters: 'response_parameters' }),
    }),
    aws_api_gateway_integration: configures(itsMethod, {
      Integration: {
        Type: 'type',
        IntegrationHttpMethod: 'integration_http_method',
        Uri: 'uri',
        Credentials: 'credentials',
        ConnectionType: 'connection_type',
        ConnectionId: 'connection_id',
        IntegrationTarget: 'integration_target',
        RequestParameters: 'request_parameters',
        RequestTemplates: 'request_templates',
      },
    }),
    aws_api_gateway_integration_response: configures(itsMethod, {
      Integration: {
        IntegrationResponses: list({
          StatusCode: 'status_code',
          SelectionPattern: 'selection_pattern',
          ResponseParameters: 'response_parameters',
        }),
      },
    }),
  },
});
