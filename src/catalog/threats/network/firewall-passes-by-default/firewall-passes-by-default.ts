import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Firewall that lets the unknown pass',
  statement: {
    source: 'intruder, or code of his on a machine inside',
    prerequisites: 'who uses what no rule of the firewall names',
    action: 'send and receive past the firewall',
    impact: 'traffic that everybody believes to be stopped',
  },
  stride: ['spoofing', 'elevation-of-privilege'],
  techniques: ['T1562.007'],
  weaknesses: ['CWE-1327', 'CWE-693'],
  controls: ['network-firewall'],
  likelihood: 2,
  impact: 2,
  howUsed:
    "Attackers look for what the rules do not name: another port, another protocol, fragments of packets. A default that passes lets all of it through, and the firewall's log of dropped traffic stays empty.",
  howTested:
    'From a machine behind the firewall, open a connection on a port that no rule names, and send a fragmented packet: both must be dropped and stand in the alert log. describe-firewall-policy must show defaults that forward to the stateful engine or drop.',
  falsePositives: 'Policies that only count and alert while they are being introduced.',
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'passesByDefault',
      wanted: false,
      bad: 'packets that no stateless rule names pass without the stateful rules',
      good: 'packets that no stateless rule names are dropped or looked at by the stateful rules',
      fix: {
        control: 'network-firewall',
        title: 'Drop or inspect what no rule names',
        property: 'FirewallPolicy.StatelessDefaultActions',
        value: 'aws:forward_to_sfe or aws:drop, for fragments as well',
      },
    }),
});
