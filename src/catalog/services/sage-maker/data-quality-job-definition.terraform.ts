import { defineTerraform } from '../../../model/terraform.ts';
import { block, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SageMaker::DataQualityJobDefinition',
  from: {
    aws_sagemaker_data_quality_job_definition: makes({
      JobDefinitionName: 'name',
      DataQualityJobOutputConfig: { KmsKeyId: 'data_quality_job_output_config.kms_key_id' },
      JobResources: {
        ClusterConfig: { VolumeKmsKeyId: 'job_resources.cluster_config.volume_kms_key_id' },
      },
      NetworkConfig: {
        EnableInterContainerTrafficEncryption: 'network_config.enable_inter_container_traffic_encryption',
        EnableNetworkIsolation: 'network_config.enable_network_isolation',
        VpcConfig: block('network_config.vpc_config', { SecurityGroupIds: 'security_group_ids', Subnets: 'subnets' }),
      },
      RoleArn: 'role_arn',
      Tags: tags,
    }),
  },
});
