import { defineTerraform } from '../../../model/terraform.ts';
import { block, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SageMaker::Model',
  from: {
    aws_sagemaker_model: makes({
      ModelName: 'name',
      EnableNetworkIsolation: 'enable_network_isolation',
      ExecutionRoleArn: 'execution_role_arn',
      PrimaryContainer: {
        Environment: 'primary_container.environment',
        Image: 'primary_container.image',
        ModelDataUrl: 'primary_container.model_data_url',
      },
      VpcConfig: block('vpc_config', { SecurityGroupIds: 'security_group_ids', Subnets: 'subnets' }),
      Tags: tags,
    }),
  },
});
