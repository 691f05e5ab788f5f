import { defineTerraform } from '../../../model/terraform.ts';
import { makes, plainText } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Logs::ResourcePolicy',
  from: {
    aws_cloudwatch_log_resource_policy: makes({
      PolicyName: 'policy_name',
      PolicyDocument: plainText('policy_document'),
    }),
  },
});
