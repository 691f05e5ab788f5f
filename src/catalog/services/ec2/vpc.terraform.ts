import { defineTerraform } from '../../../model/terraform.ts';
import { always, makes, otherwise, tags } from '../../terraform-rules.ts';

const attributes = {
  default_network_acl_id: 'DefaultNetworkAcl',
  default_security_group_id: 'DefaultSecurityGroup',
  default_route_table_id: 'MainRouteTable',
  main_route_table_id: 'MainRouteTable',
};

export default defineTerraform({
  type: 'AWS::EC2::VPC',
  from: {
    aws_vpc: makes(
      {
        CidrBlock: 'cidr_block',
        EnableDnsHostnames: otherwise('enable_dns_hostnames', false),
        EnableDnsSupport: otherwise('enable_dns_support', true),
        InstanceTenancy: 'instance_tenancy',
        Tags: tags,
      },
      { attributes },
    ),
    // "A default VPC has a size /16 IPv4 CIDR block (172.31.0.0/16)", https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html
    aws_default_vpc: makes({ CidrBlock: always('172.31.0.0/16'), IsDefault: always(true), Tags: tags }, { attributes }),
  },
});
