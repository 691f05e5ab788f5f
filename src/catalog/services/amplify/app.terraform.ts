import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Amplify::App',
  from: {
    aws_amplify_app: makes({
      Name: 'name',
      IAMServiceRole: 'iam_service_role_arn',
      Repository: 'repository',
      Tags: tags,
    }),
  },
});
