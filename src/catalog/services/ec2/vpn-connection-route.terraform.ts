import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::VPNConnectionRoute',
  from: {
    aws_vpn_connection_route: makes({
      DestinationCidrBlock: 'destination_cidr_block',
      VpnConnectionId: 'vpn_connection_id',
    }),
  },
});
