import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Health check of the application',
  description: 'A machine whose application does not answer is replaced.',
  kind: 'corrective',
  service: 'Amazon EC2 Auto Scaling',
  howToAdd: 'Set HealthCheckType to ELB, with a grace period for the start.',
  effort: 1,
  inForce: 'The group replaces what the load balancer finds ill.',
  cost: 'none',
  effects: [],
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-checks-overview.html'],
});
