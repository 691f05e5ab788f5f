import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Cognito::UserPoolGroup',
  from: {
    aws_cognito_user_group: makes(
      { GroupName: 'name', UserPoolId: 'user_pool_id', RoleArn: 'role_arn', Precedence: 'precedence' },
      { attributes: { id: 'Id' } },
    ),
  },
});
