import { defineTerraform } from '../../../model/terraform.ts';
import { always, makes, own } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::VPCCidrBlock',
  from: {
    aws_vpc_ipv4_cidr_block_association: makes({ CidrBlock: 'cidr_block', VpcId: 'vpc_id' }),
    aws_vpc_ipv6_cidr_block_association: makes({
      AmazonProvidedIpv6CidrBlock: 'assign_generated_ipv6_cidr_block',
      Ipv6CidrBlock: 'ipv6_cidr_block',
      VpcId: 'vpc_id',
    }),
    // A VPC may ask for its IPv6 block itself; which one it got, a state tells.
    aws_vpc: makes(
      { AmazonProvidedIpv6CidrBlock: always(true), Ipv6CidrBlock: 'ipv6_cidr_block', VpcId: own() },
      { when: { attribute: 'assign_generated_ipv6_cidr_block', is: true } },
    ),
  },
});
