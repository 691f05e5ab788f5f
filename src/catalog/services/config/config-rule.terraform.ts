import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Config::ConfigRule',
  from: {
    aws_config_config_rule: makes(
      {
        ConfigRuleName: 'name',
        InputParameters: document('input_parameters'),
        MaximumExecutionFrequency: 'maximum_execution_frequency',
        Source: { Owner: 'source.owner', SourceIdentifier: 'source.source_identifier' },
      },
      { attributes: { rule_id: 'ConfigRuleId' } },
    ),
  },
});
