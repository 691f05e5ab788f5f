import { defineTerraform } from '../../../model/terraform.ts';
import { list, makes, named } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::IAM::InstanceProfile',
  from: {
    aws_iam_instance_profile: makes({ InstanceProfileName: named('name'), Path: 'path', Roles: list('role') }),
  },
});
