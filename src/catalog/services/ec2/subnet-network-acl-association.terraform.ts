import { defineTerraform } from '../../../model/terraform.ts';
import { makes, own } from '../../terraform-rules.ts';

const ofAcl = makes({ NetworkAclId: own(), SubnetId: '' }, { each: 'subnet_ids' });

export default defineTerraform({
  type: 'AWS::EC2::SubnetNetworkAclAssociation',
  from: {
    aws_network_acl_association: makes({ NetworkAclId: 'network_acl_id', SubnetId: 'subnet_id' }),
    aws_network_acl: ofAcl,
    aws_default_network_acl: ofAcl,
  },
});
