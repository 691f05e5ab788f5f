import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::CloudFormation::Stack',
  from: {
    aws_cloudformation_stack: makes({
      NotificationARNs: 'notification_arns',
      Parameters: 'parameters',
      RoleARN: 'iam_role_arn',
      TemplateURL: 'template_url',
      TimeoutInMinutes: 'timeout_in_minutes',
      Tags: tags,
    }),
  },
});
