import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SageMaker::UserProfile',
  from: {
    aws_sagemaker_user_profile: makes({
      DomainId: 'domain_id',
      UserProfileName: 'user_profile_name',
      UserSettings: { ExecutionRole: 'user_settings.execution_role' },
      Tags: tags,
    }),
  },
});
