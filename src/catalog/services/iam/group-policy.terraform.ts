import { defineTerraform } from '../../../model/terraform.ts';
import { document, makes, named } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::IAM::GroupPolicy',
  from: {
    aws_iam_group_policy: makes({ PolicyName: named('name'), GroupName: 'group', PolicyDocument: document('policy') }),
  },
});
