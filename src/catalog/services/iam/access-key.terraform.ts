import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::IAM::AccessKey',
  from: { aws_iam_access_key: makes({ UserName: 'user', Status: 'status' }) },
});
