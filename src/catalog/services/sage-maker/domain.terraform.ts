import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SageMaker::Domain',
  from: {
    aws_sagemaker_domain: makes({
      DomainName: 'domain_name',
      AppNetworkAccessType: 'app_network_access_type',
      AuthMode: 'auth_mode',
      DefaultUserSettings: {
        ExecutionRole: 'default_user_settings.execution_role',
        SecurityGroups: 'default_user_settings.security_groups',
      },
      KmsKeyId: 'kms_key_id',
      SubnetIds: 'subnet_ids',
      VpcId: 'vpc_id',
      Tags: tags,
    }),
  },
});
