import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ApiGateway::VpcLink',
  from: {
    aws_api_gateway_vpc_link: makes({
      Description: 'description',
      Name: 'name',
      TargetArns: 'target_arns',
      Tags: tags,
    }),
  },
});
