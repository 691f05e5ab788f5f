import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SageMaker::NotebookInstance',
  from: {
    aws_sagemaker_notebook_instance: makes({
      NotebookInstanceName: 'name',
      DefaultCodeRepository: 'default_code_repository',
      DirectInternetAccess: 'direct_internet_access',
      InstanceMetadataServiceConfiguration: {
        MinimumInstanceMetadataServiceVersion:
          'instance_metadata_service_configuration.minimum_instance_metadata_service_version',
      },
      InstanceType: 'instance_type',
      KmsKeyId: 'kms_key_id',
      LifecycleConfigName: 'lifecycle_config_name',
      RoleArn: 'role_arn',
      RootAccess: 'root_access',
      SecurityGroupIds: 'security_groups',
      SubnetId: 'subnet_id',
      Tags: tags,
    }),
  },
});
