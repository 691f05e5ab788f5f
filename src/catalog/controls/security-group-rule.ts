import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Narrow network rule',
  description: 'The security group admits the peers and ports that are needed, and no others.',
  kind: 'preventive',
  service: 'Amazon VPC',
  howToAdd: 'Replace the wide source by the security group or address range of those who connect.',
  effort: 1,
  inForce: 'The group admits the wanted sources and ports only.',
  cost: 'none',
  effects: [
    { technique: 'T1021', does: 'protect', score: 'partial', basis: 'ctid amazon_virtual_private_cloud' },
    { technique: 'T1046', does: 'protect', score: 'significant', basis: 'ctid amazon_virtual_private_cloud' },
    { technique: 'T1133', does: 'protect', score: 'partial', basis: 'ctid amazon_virtual_private_cloud' },
    { technique: 'T1190', does: 'protect', basis: 'attack M1037' },
    { technique: 'T1498', does: 'protect', score: 'minimal', basis: 'ctid amazon_virtual_private_cloud' },
  ],
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
});
