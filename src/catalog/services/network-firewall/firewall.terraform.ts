import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::NetworkFirewall::Firewall',
  from: {
    aws_networkfirewall_firewall: makes(
      {
        FirewallName: 'name',
        DeleteProtection: 'delete_protection',
        FirewallPolicyArn: 'firewall_policy_arn',
        SubnetMappings: each('subnet_mapping', { SubnetId: 'subnet_id' }),
        VpcId: 'vpc_id',
        Tags: tags,
      },
      { attributes: { firewall_status: 'EndpointIds' } },
    ),
  },
});
