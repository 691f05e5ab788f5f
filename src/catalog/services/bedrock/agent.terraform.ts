import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tagMap } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Bedrock::Agent',
  from: {
    aws_bedrockagent_agent: makes({
      AgentName: 'agent_name',
      AgentResourceRoleArn: 'agent_resource_role_arn',
      CustomerEncryptionKeyArn: 'customer_encryption_key_arn',
      Tags: tagMap,
    }),
  },
});
