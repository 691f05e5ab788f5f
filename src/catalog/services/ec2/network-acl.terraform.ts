import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags, theirs } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::NetworkAcl',
  from: {
    aws_network_acl: makes({ VpcId: 'vpc_id', Tags: tags }),
    // Adopts the ACL that comes with the VPC and takes away every entry that is not stated.
    aws_default_network_acl: makes(
      { VpcId: theirs('default_network_acl_id', 'Ref'), Tags: tags },
      { name: 'default_network_acl_id' },
    ),
  },
});
