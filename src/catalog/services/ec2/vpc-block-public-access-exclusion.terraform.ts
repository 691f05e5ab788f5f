import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::VPCBlockPublicAccessExclusion',
  from: {
    aws_vpc_block_public_access_exclusion: makes({
      InternetGatewayExclusionMode: 'internet_gateway_exclusion_mode',
      SubnetId: 'subnet_id',
      VpcId: 'vpc_id',
      Tags: tags,
    }),
  },
});
