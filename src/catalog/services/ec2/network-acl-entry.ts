import { bindFact, casesOf, given } from '../../../model/fact.ts';
import { isAlways } from '../../../model/guard.ts';
import type { NetworkAclEntry, NetworkPart } from '../../../model/network.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, word } from '../../answer.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** One numbered entry of a network ACL. */
export default defineService({
  type: 'AWS::EC2::NetworkAclEntry',
  title: 'network ACL entry',
  element: 'part',
  partOf: (view) => givenValues(view, 'NetworkAclId'),
  aloneAs: 'control',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
  facts: networkFacts('An entry'),
  structure: { network: (view) => bindFact(flag(view, 'Egress', false), () => given(entries(view), [view.origin()])) },
  ignored: {},
});

/** An entry whose direction depends on a condition is one entry for each direction, under its guard. */
function entries(view: ResourceView): readonly NetworkPart[] {
  return casesOf(flag(view, 'Egress', false)).flatMap(({ guard, fact }) =>
    fact.kind === 'unknown'
      ? []
      : givenValues(view, 'CidrBlock', 'Ipv6CidrBlock').map(
          (cidr): NetworkPart => ({
            kind: 'network-acl-entry',
            ...optional(view, 'acl', 'NetworkAclId'),
            entry: {
              direction: fact.value ? 'egress' : 'ingress',
              ...optional(view, 'number', 'RuleNumber'),
              ...optional(view, 'protocol', 'Protocol'),
              cidr,
              ...optional(view, 'action', 'RuleAction'),
              ...portsOf(view),
              origin: view.origin(),
              ...(isAlways(guard) ? {} : { guard }),
            },
          }),
        ),
  );
}

const icmp: ReadonlySet<string> = new Set(['1', '58', 'icmp', 'icmpv6']);

/** Entries of ICMP give a type and a code in the place of ports (CloudFormation reference of the type, "Icmp"). */
function portsOf(view: ResourceView): Pick<NetworkAclEntry, 'fromPort' | 'toPort'> {
  const protocol = word(view, 'Protocol', '-1');
  const isIcmp = protocol.kind === 'known' && icmp.has(protocol.value);
  const [from, to] = isIcmp ? ['Icmp.Type', 'Icmp.Code'] : ['PortRange.From', 'PortRange.To'];
  return { ...optional(view, 'fromPort', from), ...optional(view, 'toPort', to) };
}
