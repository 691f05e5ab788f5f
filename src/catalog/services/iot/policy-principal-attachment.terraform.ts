import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::IoT::PolicyPrincipalAttachment',
  from: { aws_iot_policy_attachment: makes({ PolicyName: 'policy', Principal: 'target' }) },
});
