import { bindFact, type Fact, given } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { members } from '../../answer.ts';
import { anyTrue } from '../../combine-facts.ts';
import { networkFacts } from '../ec2/network-facts.ts';

/** What a network firewall does with packets; the firewall that uses it tells what passes. */
export default defineService({
  type: 'AWS::NetworkFirewall::FirewallPolicy',
  title: 'network firewall policy',
  element: 'part',
  ownedBy: ['AWS::NetworkFirewall::Firewall'],
  aloneAs: 'control',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policies.html',
  facts: networkFacts('A firewall policy'),
  structure: { settings: (view) => given({ passesByDefault: passesByDefault(view) }) },
  ignored: {
    FirewallPolicyName: 'What it is called does not change what passes.',
  },
});

/** Whole packets and fragments have a default each; what passes there the stateful rules never see. */
function passesByDefault(view: ResourceView): Fact<boolean> {
  return anyTrue(
    ['StatelessDefaultActions', 'StatelessFragmentDefaultActions'].map((name) =>
      bindFact(members(view, `FirewallPolicy.${name}`), (actions) =>
        given(actions.some((action) => literalOf(textOf(action) ?? []) === 'aws:pass')),
      ),
    ),
  );
}
