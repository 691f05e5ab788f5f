import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ApiGatewayV2::Integration',
  from: {
    aws_apigatewayv2_integration: makes({
      ApiId: 'api_id',
      IntegrationType: 'integration_type',
      IntegrationSubtype: 'integration_subtype',
      IntegrationMethod: 'integration_method',
      IntegrationUri: 'integration_uri',
      ConnectionType: 'connection_type',
      ConnectionId: 'connection_id',
      CredentialsArn: 'credentials_arn',
      RequestParameters: 'request_parameters',
      RequestTemplates: 'request_templates',
    }),
  },
});
