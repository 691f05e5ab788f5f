import { defineTerraform } from '../../../model/terraform.ts';
import { block, makes, named, tags } from '../../terraform-rules.ts';
import { webRules, webVisibility } from './terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::WAFv2::WebACL',
  from: {
    aws_wafv2_web_acl: makes(
      {
        Name: named('name'),
        DefaultAction: {
          Allow: block('default_action.allow', {}),
          Block: block('default_action.block', {}),
        },
        Description: 'description',
        Rules: webRules,
        Scope: 'scope',
        TokenDomains: 'token_domains',
        VisibilityConfig: webVisibility,
        Tags: tags,
      },
      { attributes: { capacity: 'Capacity', id: 'Id' } },
    ),
  },
});
