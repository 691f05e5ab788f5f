import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Private placement',
  description: 'It has no address on the internet and stands in subnets without a route from it.',
  kind: 'preventive',
  service: 'Amazon VPC',
  howToAdd: 'Move it to private subnets and switch public addresses off.',
  effort: 3,
  inForce: 'No route from the internet leads there: private subnets, no public address.',
  cost: 'none',
  effects: [
    { technique: 'T1046', does: 'protect', score: 'significant', basis: 'ctid amazon_virtual_private_cloud' },
    { technique: 'T1133', does: 'protect', score: 'partial', basis: 'ctid amazon_virtual_private_cloud' },
    { technique: 'T1190', does: 'protect', basis: 'attack M1030' },
    { technique: 'T1498', does: 'protect', score: 'minimal', basis: 'ctid amazon_virtual_private_cloud' },
  ],
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html'],
});
