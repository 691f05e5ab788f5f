import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes, named } from '../../terraform-rules.ts';

const attached =
  'Attachments are resources of their own in Terraform, which say it of the role, user or group that they attach to.';

export default defineTerraform({
  type: 'AWS::IAM::ManagedPolicy',
  inexpressible: { Groups: attached, Roles: attached, Users: attached },
  from: {
    aws_iam_policy: makes(
      {
        ManagedPolicyName: named('name'),
        Path: 'path',
        Description: 'description',
        PolicyDocument: document('policy'),
      },
      { attributes: { policy_id: 'PolicyId' } },
    ),
  },
});
