import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes, named } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::IAM::UserPolicy',
  from: {
    aws_iam_user_policy: makes({ PolicyName: named('name'), UserName: 'user', PolicyDocument: document('policy') }),
  },
});
