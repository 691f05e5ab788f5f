import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Automatic replacement and scaling',
  description: 'A failed instance is replaced and load is met by more of them.',
  kind: 'corrective',
  service: 'Amazon EC2 Auto Scaling',
  howToAdd: 'Run the instances in an Auto Scaling group over several zones.',
  effort: 3,
  inForce: 'A group or target scales between bounds that differ.',
  cost: 'usage',
  effects: [],
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/what-is-amazon-ec2-auto-scaling.html'],
});
