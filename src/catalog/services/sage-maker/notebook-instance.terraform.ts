import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SageMaker::NotebookInstance',
  from: {
    aws_sagemaker_notebook_instance: makes({
      NotebookInstanceName: 'name',
      RoleArn: 'role_arn',
      InstanceType: 'instance_type',
      SubnetId: 'subnet_id',
      SecurityGroupIds: 'security_groups',
      DirectInternetAccess: 'direct_internet_access',
      RootAccess: 'root_access',
      KmsKeyId: 'kms_key_id',
      LifecycleConfigName: 'lifecycle_config_name',
      DefaultCodeRepository: 'default_code_repository',
      Tags: tags,
    }),
  },
});
