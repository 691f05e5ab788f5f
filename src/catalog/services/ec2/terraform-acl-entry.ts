import type { TerraformMaking, TerraformMembers } from '../../../model/terraform.ts';
import { always, makes, own, words } from '../../terraform-rules.ts';

/** What an entry says wherever it stands. CloudFormation takes numbers of protocols, Terraform names as well. */
export const aclEntry: TerraformMembers = {
  CidrBlock: 'cidr_block',
  Icmp: { Code: 'icmp_code', Type: 'icmp_type' },
  Ipv6CidrBlock: 'ipv6_cidr_block',
  PortRange: { From: 'from_port', To: 'to_port' },
  Protocol: words('protocol', { all: '-1', icmp: '1', tcp: '6', udp: '17', icmpv6: '58' }),
};

/** The entries that an ACL has in itself, in one direction. */
export function aclEntriesIn(direction: 'ingress' | 'egress'): TerraformMaking {
  const egress = always(direction === 'egress');
  return makes(
    { NetworkAclId: own(), Egress: egress, RuleAction: 'action', RuleNumber: 'rule_no', ...aclEntry },
    { each: direction, key: ['rule_no'] },
  );
}
