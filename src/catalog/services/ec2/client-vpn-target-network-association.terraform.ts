import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::ClientVpnTargetNetworkAssociation',
  from: {
    aws_ec2_client_vpn_network_association: makes({
      ClientVpnEndpointId: 'client_vpn_endpoint_id',
      SubnetId: 'subnet_id',
    }),
  },
});
