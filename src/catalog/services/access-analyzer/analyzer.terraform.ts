import { defineTerraform } from '../../../model/terraform.ts';
import { makes, otherwise, tags } from '../../terraform-rules.ts';

/** Defaults: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/accessanalyzer_analyzer */
export default defineTerraform({
  type: 'AWS::AccessAnalyzer::Analyzer',
  from: {
    aws_accessanalyzer_analyzer: makes({
      AnalyzerName: 'analyzer_name',
      Type: otherwise('type', 'ACCOUNT'),
      Tags: tags,
    }),
  },
});
