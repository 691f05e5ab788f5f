import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'VPC flow logs',
  description: 'Records of accepted and rejected connections.',
  kind: 'detective',
  service: 'Amazon VPC',
  howToAdd: 'Create a flow log for the VPC with a destination that is kept.',
  effort: 1,
  inForce: 'A flow log of all traffic is on the VPC or its subnets.',
  cost: 'usage',
  effects: [
    { technique: 'T1046', does: 'detect', basis: 'own' },
    { technique: 'T1048', does: 'detect', basis: 'own' },
    { technique: 'T1133', does: 'detect', basis: 'own' },
    { technique: 'T1498', does: 'detect', basis: 'own' },
  ],
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html'],
});
