import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Zone that gets more than its machines can bear',
  statement: {
    source: 'caller',
    prerequisites: 'whose requests come to the zone with the fewest machines',
    action: 'overload them while others idle',
    impact: 'outage for a part of the callers',
  },
  stride: ['denial-of-service'],
  techniques: ['T1499.002'],
  weaknesses: ['CWE-693'],
  controls: ['multi-zone'],
  likelihood: 1,
  impact: 1,
  howUsed:
    "Callers need not mean harm: DNS sends a share of them to a zone with one machine left. An attacker can choose the zone's address on purpose and load it alone.",
  howTested:
    "Send load to the address of one zone only, taken from dig of the load balancer's name. Targets of all zones must get requests, which the metric RequestCountPerTarget shows.",
  falsePositives: 'The same number of machines in every zone.',
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'crossZone',
      wanted: true,
      bad: 'requests stay in the zone that they came to',
      good: 'requests are spread over the machines of all zones',
      fix: {
        control: 'multi-zone',
        title: 'Balance over all zones',
        property: 'CrossZone',
        value: 'true',
      },
    }),
});
