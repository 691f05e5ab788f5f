import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::NetworkFirewall::FirewallPolicy',
  from: {
    aws_networkfirewall_firewall_policy: makes({
      FirewallPolicyName: 'name',
      FirewallPolicy: {
        StatefulDefaultActions: 'firewall_policy.stateful_default_actions',
        StatefulRuleGroupReferences: each('firewall_policy.stateful_rule_group_reference', {
          ResourceArn: 'resource_arn',
        }),
        StatelessDefaultActions: 'firewall_policy.stateless_default_actions',
        StatelessFragmentDefaultActions: 'firewall_policy.stateless_fragment_default_actions',
        StatelessRuleGroupReferences: each('firewall_policy.stateless_rule_group_reference', {
          Priority: 'priority',
          ResourceArn: 'resource_arn',
        }),
      },
      Tags: tags,
    }),
  },
});
