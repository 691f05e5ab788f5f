import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::WAFv2::WebACLAssociation',
  from: { aws_wafv2_web_acl_association: makes({ ResourceArn: 'resource_arn', WebACLArn: 'web_acl_arn' }) },
});
