import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::VPCBlockPublicAccessOptions',
  from: {
    aws_vpc_block_public_access_options: makes({ InternetGatewayBlockMode: 'internet_gateway_block_mode' }),
  },
});
