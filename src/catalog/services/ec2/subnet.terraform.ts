import { defineTerraform } from '../../../model/terraform.ts';
import { makes, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::Subnet',
  from: {
    aws_subnet: makes({
      AssignIpv6AddressOnCreation: otherwise('assign_ipv6_address_on_creation', false),
      AvailabilityZone: 'availability_zone',
      AvailabilityZoneId: 'availability_zone_id',
      CidrBlock: 'cidr_block',
      Ipv6CidrBlock: 'ipv6_cidr_block',
      Ipv6Native: 'ipv6_native',
      MapPublicIpOnLaunch: otherwise('map_public_ip_on_launch', false),
      Tags: tags,
      VpcId: 'vpc_id',
    }),
    // A default subnet gives public addresses unless that is changed.
    // https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html
    aws_default_subnet: makes({
      AvailabilityZone: 'availability_zone',
      CidrBlock: 'cidr_block',
      MapPublicIpOnLaunch: otherwise('map_public_ip_on_launch', true),
      Tags: tags,
      VpcId: 'vpc_id',
    }),
  },
});
