import { defineTerraform } from '../../../model/terraform.ts';
import { configures, document, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ApiGateway::RestApi',
  inexpressible: {
    BodyS3Location: 'The provider takes the definition as text.',
    SecurityPolicy: 'The provider has no argument for it: an API that it makes has the default policy.',
  },
  from: {
    aws_api_gateway_rest_api: makes(
      {
        Name: 'name',
        Description: 'description',
        ApiKeySourceType: 'api_key_source',
        Body: document('body'),
        DisableExecuteApiEndpoint: 'disable_execute_api_endpoint',
        EndpointConfiguration: {
          Types: 'endpoint_configuration.types',
          VpcEndpointIds: 'endpoint_configuration.vpc_endpoint_ids',
        },
        Policy: document('policy'),
        Tags: tags,
      },
      {
        attributes: {
          execution_arn: 'arn:{Partition}:execute-api:{Region}:{Account}:{RestApiId}',
          root_resource_id: 'RootResourceId',
        },
      },
    ),
    aws_api_gateway_rest_api_policy: configures('rest_api_id', { Policy: document('policy') }),
    aws_api_gateway_rest_api_put: configures('rest_api_id', { Body: document('body') }),
  },
});
