import { defineTerraform } from '../../../model/terraform.ts';
import { makes, otherwise } from '../../terraform-rules.ts';
import { aclEntriesIn, aclEntry } from './terraform-acl-entry.ts';

export default defineTerraform({
  type: 'AWS::EC2::NetworkAclEntry',
  from: {
    aws_network_acl_rule: makes({
      NetworkAclId: 'network_acl_id',
      Egress: otherwise('egress', false),
      RuleAction: 'rule_action',
      RuleNumber: 'rule_number',
      ...aclEntry,
    }),
    aws_network_acl: aclEntriesIn('ingress'),
    aws_default_network_acl: aclEntriesIn('ingress'),
  },
});
