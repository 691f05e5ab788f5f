import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::SecurityGroupVpcAssociation',
  from: {
    aws_vpc_security_group_vpc_association: makes({ GroupId: 'security_group_id', VpcId: 'vpc_id' }),
  },
});
