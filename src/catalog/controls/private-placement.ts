import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Private placement',
  description: 'It has no address on the internet and stands in subnets without a route from it.',
  kind: 'preventive',
  service: 'Amazon VPC',
  howToAdd: 'Move it to private subnets and switch public addresses off.',
  effort: 3,
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html'],
});
