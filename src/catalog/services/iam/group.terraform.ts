import { defineTerraform } from '../../../model/terraform.ts';
import { configures, list, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::IAM::Group',
  inexpressible: {
    Policies: 'inline policies are resources of their own in Terraform, aws_iam_group_policy',
  },
  from: {
    aws_iam_group: makes({ GroupName: 'name', Path: 'path' }, { attributes: { unique_id: 'GroupId' } }),
    aws_iam_group_policy_attachment: configures('group', { ManagedPolicyArns: list('policy_arn') }),
    aws_iam_group_policy_attachments_exclusive: configures('group_name', { ManagedPolicyArns: 'policy_arns' }),
    aws_iam_policy_attachment: configures('groups', { ManagedPolicyArns: list('policy_arn') }),
  },
});
