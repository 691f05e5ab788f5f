import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::SSO::Assignment',
  from: {
    aws_ssoadmin_account_assignment: makes({
      InstanceArn: 'instance_arn',
      PermissionSetArn: 'permission_set_arn',
      PrincipalId: 'principal_id',
      PrincipalType: 'principal_type',
      TargetId: 'target_id',
      TargetType: 'target_type',
    }),
  },
});
