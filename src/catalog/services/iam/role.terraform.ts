import { defineTerraform } from '../../../model/terraform.ts';
import { configures, document, each, list, makes, named, tags, trust } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::IAM::Role',
  from: {
    aws_iam_role: makes(
      {
        RoleName: named('name'),
        Path: 'path',
        Description: 'description',
        AssumeRolePolicyDocument: trust('assume_role_policy'),
        ManagedPolicyArns: 'managed_policy_arns',
        MaxSessionDuration: 'max_session_duration',
        PermissionsBoundary: 'permissions_boundary',
        Policies: each('inline_policy', { PolicyName: 'name', PolicyDocument: document('policy') }),
        Tags: tags,
      },
      { attributes: { unique_id: 'RoleId' } },
    ),
    aws_iam_role_policy_attachment: configures('role', { ManagedPolicyArns: list('policy_arn') }),
    aws_iam_role_policy_attachments_exclusive: configures('role_name', { ManagedPolicyArns: 'policy_arns' }),
    aws_iam_policy_attachment: configures('roles', { ManagedPolicyArns: list('policy_arn') }),
  },
});
