import type { TerraformKnowledge, TerraformStep, TerraformView } from '../../../model/terraform.ts';
import type { Value } from '../../../model/value.ts';
import { code, makes, mapOf, outer, own, words } from '../../terraform-rules.ts';

const inEitherForm = [
  'protocol',
  'from_port',
  'to_port',
  'description',
  'cidr_blocks',
  'ipv6_cidr_blocks',
  'prefix_list_ids',
  'self',
];

/** What rules inside a security group read. */
export const inlineRuleAttributes: readonly string[] = [...inEitherForm, 'security_groups'];

/** What rules that are resources of their own read. */
const ruleAttributes: readonly string[] = [...inEitherForm, 'source_security_group_id', 'security_group_id'];

/** Properties that a rule has in either direction, in the words of CloudFormation. */
export interface PeerNames {
  readonly group: string;
  readonly prefixList: string;
}

export const ingressPeers: PeerNames = { group: 'SourceSecurityGroupId', prefixList: 'SourcePrefixListId' };
export const egressPeers: PeerNames = { group: 'DestinationSecurityGroupId', prefixList: 'DestinationPrefixListId' };

/**
 * One rule of Terraform opens its ports to every peer that it lists; CloudFormation has one rule for each.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
 */
export function groupRules(view: TerraformView, names: PeerNames): readonly Value[] {
  const { origin } = view;
  const common = {
    IpProtocol: view.give(words('protocol', { all: '-1' })),
    FromPort: view.read('from_port'),
    ToPort: view.read('to_port'),
    Description: view.read('description'),
  };
  const self = view.read('self');
  const peers: readonly (readonly [string, readonly Value[]])[] = [
    ['CidrIp', membersOf(view.read('cidr_blocks'))],
    ['CidrIpv6', membersOf(view.read('ipv6_cidr_blocks'))],
    [names.prefixList, membersOf(view.read('prefix_list_ids'))],
    [names.group, membersOf(view.read('security_groups'))],
    [names.group, membersOf(view.read('source_security_group_id'))],
    [names.group, self?.kind === 'literal' && self.value === true ? membersOf(groupItself(view)) : []],
  ];
  return peers.flatMap(([property, values]) =>
    values.flatMap(
      (peer) => mapOf({ ...common, [property]: peer }, peer.kind === 'unknown' ? origin : peer.origin) ?? [],
    ),
  );
}

/** A rule of its own names its group; a block stands in it. */
function groupItself(view: TerraformView): Value | undefined {
  return view.read('security_group_id') ?? view.give(own());
}

/** Members that are known, and one unknown for those that are not. */
function membersOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  if (value.kind !== 'list') return [value];
  return value.open === undefined
    ? value.items
    : [...value.items, { kind: 'unknown', hole: value.open, origin: value.origin }];
}

/** Rules that are resources of their own, in the older form of the provider and in that of this direction. */
export function separateRules(direction: 'ingress' | 'egress', names: PeerNames): TerraformKnowledge['from'] {
  const written = ['IpProtocol', 'FromPort', 'ToPort', 'Description'];
  const peers = ['CidrIp', 'CidrIpv6', names.prefixList, names.group];
  return {
    aws_security_group_rule: makes(
      {
        GroupId: outer('security_group_id'),
        ...Object.fromEntries([...written, ...peers].map((name) => [name, name])),
      },
      { each: peersOf(names), key: peers, when: { attribute: 'type', is: direction } },
    ),
    [`aws_vpc_security_group_${direction}_rule`]: makes({
      GroupId: 'security_group_id',
      IpProtocol: 'ip_protocol',
      FromPort: 'from_port',
      ToPort: 'to_port',
      Description: 'description',
      CidrIp: 'cidr_ipv4',
      CidrIpv6: 'cidr_ipv6',
      [names.prefixList]: 'prefix_list_id',
      [names.group]: 'referenced_security_group_id',
    }),
  };
}

/** The rules that a rule resource stands for, one for each peer. */
function peersOf(names: PeerNames): TerraformStep {
  return code(ruleAttributes, (view) => {
    const items = groupRules(view, names);
    return items.length === 0 ? undefined : { kind: 'list', items, origin: view.origin };
  });
}
