import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::CarrierGateway',
  from: { aws_ec2_carrier_gateway: makes({ VpcId: 'vpc_id', Tags: tags }) },
});
