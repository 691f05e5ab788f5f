import { defineTerraform } from '../../../model/terraform.ts';
import { list, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ApiGatewayV2::VpcLink',
  from: {
    aws_apigatewayv2_vpc_link: makes({
      Name: 'name',
      SubnetIds: list('subnet_ids'),
      SecurityGroupIds: list('security_group_ids'),
      Tags: tags,
    }),
  },
});
