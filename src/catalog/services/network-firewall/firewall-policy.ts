import { defineService } from '../../../model/service.ts';
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
  ignored: {
    FirewallPolicy: 'The firewall that uses it reads it.',
    FirewallPolicyName: 'What it is called does not change what passes.',
  },
});
