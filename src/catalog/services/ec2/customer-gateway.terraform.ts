import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::CustomerGateway',
  from: { aws_customer_gateway: makes({ IpAddress: 'ip_address', Type: 'type', Tags: tags }) },
});
