import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Permissions boundary',
  description: 'An upper limit to what an identity can ever do, whatever policies it gets.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd: 'Set PermissionsBoundary on roles and users that others can change.',
  effort: 2,
  inForce: 'The identity has a boundary that does not allow what is to be kept from it.',
  cost: 'none',
  effects: [
    { technique: 'T1078.004', does: 'detect', score: 'minimal', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1078.004', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1098.001', does: 'detect', score: 'minimal', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1098.001', does: 'protect', basis: 'attack M1026' },
    { technique: 'T1098.003', does: 'protect', basis: 'attack M1026' },
    { technique: 'T1136.003', does: 'protect', basis: 'attack M1026' },
    { technique: 'T1530', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1548.005', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
  ],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html'],
});
