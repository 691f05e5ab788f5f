import { defineTerraform } from '../../../model/terraform.ts';
import { makes, outer } from '../../terraform-rules.ts';
import { egressPeers, peersOf } from './terraform-group-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::SecurityGroupEgress',
  from: {
    aws_security_group_rule: makes(
      {
        GroupId: outer('security_group_id'),
        IpProtocol: 'IpProtocol',
        FromPort: 'FromPort',
        ToPort: 'ToPort',
        Description: 'Description',
        CidrIp: 'CidrIp',
        CidrIpv6: 'CidrIpv6',
        DestinationPrefixListId: 'DestinationPrefixListId',
        DestinationSecurityGroupId: 'DestinationSecurityGroupId',
      },
      {
        each: peersOf(egressPeers),
        key: ['CidrIp', 'CidrIpv6', 'DestinationPrefixListId', 'DestinationSecurityGroupId'],
        when: { attribute: 'type', is: 'egress' },
      },
    ),
    aws_vpc_security_group_egress_rule: makes({
      GroupId: 'security_group_id',
      IpProtocol: 'ip_protocol',
      FromPort: 'from_port',
      ToPort: 'to_port',
      Description: 'description',
      CidrIp: 'cidr_ipv4',
      CidrIpv6: 'cidr_ipv6',
      DestinationPrefixListId: 'prefix_list_id',
      DestinationSecurityGroupId: 'referenced_security_group_id',
    }),
  },
});
