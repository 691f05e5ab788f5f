import { bindFact, casesOf, given } from '../../../model/fact.ts';
import { isAlways } from '../../../model/guard.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
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
              ...optional(view, 'fromPort', 'PortRange.From'),
              ...optional(view, 'toPort', 'PortRange.To'),
              origin: view.origin(),
              ...(isAlways(guard) ? {} : { guard }),
            },
          }),
        ),
  );
}
