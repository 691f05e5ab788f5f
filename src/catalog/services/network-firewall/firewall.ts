import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { within } from '../../answer.ts';
import { memberCases, underGuard } from '../../guarded-members.ts';
import { networkFacts } from '../ec2/network-facts.ts';
import { optional } from '../ec2/optional.ts';
import { policyVerdict } from './policy-verdict.ts';

/** A firewall that AWS runs at endpoints in subnets; routes send packets through it. */
export default defineService({
  type: 'AWS::NetworkFirewall::Firewall',
  title: 'network firewall',
  element: 'control',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/what-is-aws-network-firewall.html',
  facts: networkFacts('A network firewall'),
  structure: { network: (view) => given<readonly NetworkPart[]>([firewall(view)], [view.origin()]) },
  ignored: {
    DeleteProtection: 'Whether it can be deleted by mistake does not change what passes.',
    FirewallPolicyChangeProtection: 'Whether its policy can be exchanged does not change what passes now.',
    SubnetChangeProtection: 'Whether its subnets can be changed does not change what passes now.',
  },
});

function firewall(view: ResourceView): NetworkPart {
  return {
    kind: 'firewall',
    ...optional(view, 'vpc', 'VpcId'),
    subnets: memberCases(view, 'SubnetMappings').flatMap(({ guard, value }) => {
      const subnet = within(view, value).read('SubnetId');
      return subnet === undefined || subnet.kind === 'absent' ? [] : [underGuard(subnet, guard)];
    }),
    verdict: policyVerdict(view),
  };
}
