import { defineTerraform } from '../../../model/terraform.ts';
import { makes, named, tags } from '../../terraform-rules.ts';
import { groupRules, webVisibility } from './terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::WAFv2::RuleGroup',
  from: {
    aws_wafv2_rule_group: makes(
      {
        Name: named('name'),
        Capacity: 'capacity',
        Description: 'description',
        Rules: groupRules,
        Scope: 'scope',
        VisibilityConfig: webVisibility,
        Tags: tags,
      },
      { attributes: { id: 'Id' } },
    ),
  },
});
