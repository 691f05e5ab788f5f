import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

const stage = 'The stage that a deployment makes when it names one is a resource of its own here.';

export default defineTerraform({
  type: 'AWS::ApiGateway::Deployment',
  inexpressible: { StageName: stage, StageDescription: stage },
  from: { aws_api_gateway_deployment: makes({ RestApiId: 'rest_api_id', Description: 'description' }) },
});
