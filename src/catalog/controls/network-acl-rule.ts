import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Narrow network access control list',
  description: 'A second barrier around the subnet, whatever security groups let through.',
  kind: 'preventive',
  service: 'Amazon VPC',
  howToAdd: 'Admit only the ports and ranges that the subnet serves.',
  effort: 2,
  inForce: 'The rules of the network ACL of each subnet let in what is wanted only.',
  cost: 'none',
  effects: [
    { technique: 'T1046', does: 'protect', score: 'significant', basis: 'ctid amazon_virtual_private_cloud' },
    { technique: 'T1133', does: 'protect', score: 'partial', basis: 'ctid amazon_virtual_private_cloud' },
    { technique: 'T1190', does: 'protect', basis: 'attack M1037' },
    { technique: 'T1498', does: 'protect', score: 'minimal', basis: 'ctid amazon_virtual_private_cloud' },
  ],
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html'],
});
