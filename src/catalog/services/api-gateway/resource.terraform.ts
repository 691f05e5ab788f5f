import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ApiGateway::Resource',
  from: {
    aws_api_gateway_resource: makes({ RestApiId: 'rest_api_id', ParentId: 'parent_id', PathPart: 'path_part' }),
  },
});
