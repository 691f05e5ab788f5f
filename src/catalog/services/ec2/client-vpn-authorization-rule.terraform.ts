import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::ClientVpnAuthorizationRule',
  from: {
    aws_ec2_client_vpn_authorization_rule: makes({
      AccessGroupId: 'access_group_id',
      AuthorizeAllGroups: 'authorize_all_groups',
      ClientVpnEndpointId: 'client_vpn_endpoint_id',
      TargetNetworkCidr: 'target_network_cidr',
    }),
  },
});
