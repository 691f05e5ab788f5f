import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::EgressOnlyInternetGateway',
  from: { aws_egress_only_internet_gateway: makes({ VpcId: 'vpc_id' }) },
});
