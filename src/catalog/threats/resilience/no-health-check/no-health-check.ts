import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Dead machines that stay in service',
  statement: {
    source: 'attacker or failing program',
    prerequisites: 'who makes the application of a machine hang',
    action: 'leave it counted as healthy',
    impact: 'requests that fail until somebody sees it',
  },
  stride: ['denial-of-service'],
  techniques: ['T1499.004'],
  weaknesses: ['CWE-693'],
  controls: ['health-check'],
  likelihood: 1,
  impact: 1,
  howUsed:
    'A process that hangs still has a running machine under it. Requests that make it hang, sent on purpose or found by chance, take one machine after the other out while all count as healthy.',
  howTested:
    'Stop the application on one machine, and not the machine. The group must replace it within the grace period, which describe-scaling-activities shows with ELB as the reason.',
  falsePositives: 'Groups whose machines do nothing but answer the load balancer’s own check.',
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-checks-overview.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'healthChecked',
      wanted: true,
      bad: 'a machine whose application is dead is not replaced',
      good: 'a machine whose application is dead is replaced',
      fix: {
        control: 'health-check',
        title: 'Take the health check of the load balancer',
        property: 'HealthCheckType',
        value: 'ELB',
      },
    }),
});
