import { defineTerraform } from '../../../model/terraform.ts';
import { makes, outer } from '../../terraform-rules.ts';
import { ingressPeers, peersOf } from './terraform-group-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::SecurityGroupIngress',
  inexpressible: {
    GroupName: 'the provider takes ids, not names',
    SourceSecurityGroupName: 'the provider takes ids, not names',
  },
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
        SourcePrefixListId: 'SourcePrefixListId',
        SourceSecurityGroupId: 'SourceSecurityGroupId',
      },
      {
        each: peersOf(ingressPeers),
        key: ['CidrIp', 'CidrIpv6', 'SourcePrefixListId', 'SourceSecurityGroupId'],
        when: { attribute: 'type', is: 'ingress' },
      },
    ),
    aws_vpc_security_group_ingress_rule: makes({
      GroupId: 'security_group_id',
      IpProtocol: 'ip_protocol',
      FromPort: 'from_port',
      ToPort: 'to_port',
      Description: 'description',
      CidrIp: 'cidr_ipv4',
      CidrIpv6: 'cidr_ipv6',
      SourcePrefixListId: 'prefix_list_id',
      SourceSecurityGroupId: 'referenced_security_group_id',
    }),
  },
});
