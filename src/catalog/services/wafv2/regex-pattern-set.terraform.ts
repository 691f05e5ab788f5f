import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, named, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::WAFv2::RegexPatternSet',
  from: {
    aws_wafv2_regex_pattern_set: makes(
      {
        Name: named('name'),
        Description: 'description',
        RegularExpressionList: each('regular_expression', 'regex_string'),
        Scope: 'scope',
        Tags: tags,
      },
      { attributes: { id: 'Id' } },
    ),
  },
});
