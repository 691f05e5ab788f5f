import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::VPNGateway',
  from: { aws_vpn_gateway: makes({ AmazonSideAsn: 'amazon_side_asn', Tags: tags }) },
});
