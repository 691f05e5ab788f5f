import { defineTerraform } from '../../../model/terraform.ts';
import { makes, pairs, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Amplify::App',
  from: {
    aws_amplify_app: makes({
      Name: 'name',
      IAMServiceRole: 'iam_service_role_arn',
      Repository: 'repository',
      BuildSpec: 'build_spec',
      EnvironmentVariables: pairs('environment_variables', 'Name', 'Value'),
      Tags: tags,
    }),
  },
});
