import { defineTerraform } from '../../../model/terraform.ts';
import { configures, list, makes, otherwise, own, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::IAM::User',
  inexpressible: {
    Policies: 'inline policies are resources of their own in Terraform, aws_iam_user_policy',
  },
  from: {
    aws_iam_user: makes(
      { UserName: 'name', Path: 'path', PermissionsBoundary: 'permissions_boundary', Tags: tags },
      { attributes: { unique_id: 'UserId' } },
    ),
    aws_iam_user_policy_attachment: configures('user', { ManagedPolicyArns: list('policy_arn') }),
    aws_iam_user_policy_attachments_exclusive: configures('user_name', { ManagedPolicyArns: 'policy_arns' }),
    aws_iam_policy_attachment: configures('users', { ManagedPolicyArns: list('policy_arn') }),
    // The provider makes up the password; it is in the state only, encrypted when `pgp_key` is given.
    aws_iam_user_login_profile: configures('user', {
      LoginProfile: {
        // AWS makes the password up, and the provider keeps it.
        Password: own('password'),
        PasswordResetRequired: otherwise('password_reset_required', false),
      },
    }),
    aws_iam_user_group_membership: configures('user', { Groups: 'groups' }),
    aws_iam_group_membership: configures('users', { Groups: list('group') }),
  },
});
