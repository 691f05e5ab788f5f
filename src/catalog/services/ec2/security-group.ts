import { given } from '../../../model/fact.ts';
import type { NetworkPart, SecurityGroupRule } from '../../../model/network.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { listedRules } from './group-rule.ts';
import { networkFacts } from './network-facts.ts';
import { optional } from './optional.ts';

/** A stateful filter on network interfaces. Rules of their own resources add to it. */
export default defineService({
  type: 'AWS::EC2::SecurityGroup',
  title: 'security group',
  element: 'control',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  facts: networkFacts('A security group'),
  structure: { network: (view) => given(parts(view), [view.origin()]) },
  ignored: {},
});

function parts(view: ResourceView): readonly NetworkPart[] {
  const rules = [
    ...listedRules(view, 'SecurityGroupIngress', 'ingress'),
    ...listedRules(view, 'SecurityGroupEgress', 'egress'),
  ];
  if (!rules.some((rule) => rule.direction === 'egress')) rules.push(...openEgress(view));
  return [
    // "You can't create a security group with the name default": it is the one that comes with the VPC.
    { kind: 'security-group', ...optional(view, 'vpc', 'VpcId'), ...(isNamedDefault(view) && { isDefault: true }) },
    ...rules.map((rule): NetworkPart => ({ kind: 'security-group-rule', rule })),
  ];
}

function isNamedDefault(view: ResourceView): boolean {
  const name = view.read('GroupName');
  return name !== undefined && literalOf(textOf(name) ?? ['?', '']) === 'default';
}

/**
 * "When you create a security group, if you do not add egress rules, we add egress rules that allow all outbound IPv4
 * and IPv6 traffic" (CloudFormation reference of the type).
 */
function openEgress(view: ResourceView): readonly SecurityGroupRule[] {
  const origin = view.origin();
  return ['0.0.0.0/0', '::/0'].map((range) => ({
    direction: 'egress',
    protocol: { kind: 'literal', value: '-1', origin },
    peer: { kind: 'literal', value: range, origin },
    peerKind: 'cidr',
    origin,
    implied: true,
  }));
}
