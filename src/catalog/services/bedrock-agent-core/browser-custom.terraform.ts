import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::BedrockAgentCore::BrowserCustom',
  from: {
    aws_bedrockagentcore_browser: makes({
      Name: 'name',
      ExecutionRoleArn: 'execution_role_arn',
      NetworkConfiguration: { NetworkMode: 'network_configuration.network_mode' },
      Tags: tags,
    }),
  },
});
