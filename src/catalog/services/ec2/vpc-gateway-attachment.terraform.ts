import { defineTerraform } from '../../../model/terraform.ts';
import { makes, own } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::VPCGatewayAttachment',
  from: {
    aws_internet_gateway: makes({ InternetGatewayId: own(), VpcId: 'vpc_id' }, { when: { attribute: 'vpc_id' } }),
    aws_internet_gateway_attachment: makes({ InternetGatewayId: 'internet_gateway_id', VpcId: 'vpc_id' }),
    aws_vpn_gateway: makes({ VpnGatewayId: own(), VpcId: 'vpc_id' }, { when: { attribute: 'vpc_id' } }),
    aws_vpn_gateway_attachment: makes({ VpnGatewayId: 'vpn_gateway_id', VpcId: 'vpc_id' }),
  },
});
