import { defineTerraform } from '../../../model/terraform.ts';
import { configures, each, first, list, makes, tags, without } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::NetworkInterface',
  from: {
    aws_network_interface: makes({
      Description: 'description',
      GroupSet: 'security_groups',
      // A state writes 0 where there is none.
      Ipv6AddressCount: without('ipv6_address_count', 0),
      Ipv6Addresses: first(each('ipv6_addresses', { Ipv6Address: '' }), each('ipv6_address_list', { Ipv6Address: '' })),
      PrivateIpAddress: 'private_ip',
      SourceDestCheck: 'source_dest_check',
      SubnetId: 'subnet_id',
      Tags: tags,
    }),
    aws_network_interface_sg_attachment: configures('network_interface_id', { GroupSet: list('security_group_id') }),
  },
});
