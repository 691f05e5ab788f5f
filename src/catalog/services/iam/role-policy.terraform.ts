import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes, named } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::IAM::RolePolicy',
  from: {
    aws_iam_role_policy: makes({
      PolicyName: named('name'),
      RoleName: 'role',
      PolicyDocument: document('policy'),
    }),
  },
});
