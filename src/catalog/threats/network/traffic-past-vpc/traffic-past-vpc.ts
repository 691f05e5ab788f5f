import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Way out past the own network',
  statement: {
    source: 'attacker',
    prerequisites: 'who runs code or queries there',
    action: 'send data to any address without passing the routes, groups and logs of the own network',
    impact: 'theft of data that nobody sees or stops',
  },
  stride: ['information-disclosure'],
  techniques: ['T1048', 'T1567'],
  weaknesses: ['CWE-923'],
  controls: ['traffic-through-vpc'],
  likelihood: 1,
  impact: 2,
  howUsed:
    "Code or queries that run in AWS's network reach the whole internet, and nothing of the customer's sees it go. A notebook with access to data is a comfortable place to send it from.",
  howTested:
    "In the notebook, build or studio, curl to an address of your own must fail or show in the VPC's flow log. The setting for network access must say VPC only.",
  falsePositives: 'Experiments with public data only.',
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
  ],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'trafficThroughVpc',
      wanted: true,
      bad: 'what it sends goes past the network of the customer',
      good: 'what it sends passes the network of the customer',
      fix: {
        control: 'traffic-through-vpc',
        title: 'Send it through the VPC',
        property: 'network access',
        value: 'enhanced VPC routing, or no direct internet access',
      },
    }),
});
