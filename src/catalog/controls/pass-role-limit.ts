import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Limited PassRole',
  description: 'Only the named roles may be handed to the named services.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd: 'Name the roles in Resource and the service in iam:PassedToService.',
  effort: 1,
  inForce: 'iam:PassRole is limited to roles and to the service that they go to.',
  cost: 'none',
  effects: [
    { technique: 'T1098.001', does: 'detect', score: 'minimal', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1098.001', does: 'protect', basis: 'attack M1026' },
    { technique: 'T1098.003', does: 'protect', basis: 'attack M1026' },
    { technique: 'T1548.005', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1578.002', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1648', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
  ],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
});
