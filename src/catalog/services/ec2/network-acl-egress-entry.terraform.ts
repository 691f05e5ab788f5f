import { defineTerraform } from '../../../model/terraform.ts';
import { aclEntriesIn } from './terraform-acl-entry.ts';

/** Apart from the entries for what comes in, since one file says one thing of a Terraform type. */
export default defineTerraform({
  type: 'AWS::EC2::NetworkAclEntry',
  from: { aws_network_acl: aclEntriesIn('egress'), aws_default_network_acl: aclEntriesIn('egress') },
});
