import { defineTerraform } from '../../../model/terraform.ts';
import { configures, document, each, first, list, makes, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::VPCEndpoint',
  from: {
    aws_vpc_endpoint: makes(
      {
        PolicyDocument: document('policy'),
        PrivateDnsEnabled: 'private_dns_enabled',
        RouteTableIds: 'route_table_ids',
        SecurityGroupIds: 'security_group_ids',
        ServiceName: 'service_name',
        SubnetIds: first('subnet_ids', each('subnet_configuration', 'subnet_id')),
        VpcEndpointType: otherwise('vpc_endpoint_type', 'Gateway'),
        VpcId: 'vpc_id',
        Tags: tags,
      },
      { attributes: { dns_entry: 'DnsEntries', network_interface_ids: 'NetworkInterfaceIds' } },
    ),
    aws_vpc_endpoint_policy: configures('vpc_endpoint_id', { PolicyDocument: document('policy') }),
    aws_vpc_endpoint_route_table_association: configures('vpc_endpoint_id', { RouteTableIds: list('route_table_id') }),
    aws_vpc_endpoint_security_group_association: configures('vpc_endpoint_id', {
      SecurityGroupIds: list('security_group_id'),
    }),
    aws_vpc_endpoint_subnet_association: configures('vpc_endpoint_id', { SubnetIds: list('subnet_id') }),
    aws_vpc_endpoint_private_dns: configures('vpc_endpoint_id', { PrivateDnsEnabled: 'private_dns_enabled' }),
  },
});
