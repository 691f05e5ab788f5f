import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::BedrockAgentCore::Runtime',
  from: {
    aws_bedrockagentcore_agent_runtime: makes({
      AgentRuntimeName: 'agent_runtime_name',
      RoleArn: 'role_arn',
      AgentRuntimeArtifact: {
        ContainerConfiguration: { ContainerUri: 'agent_runtime_artifact.container_configuration.container_uri' },
      },
      NetworkConfiguration: { NetworkMode: 'network_configuration.network_mode' },
      Tags: tags,
    }),
  },
});
