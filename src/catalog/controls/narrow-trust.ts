import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Trust that names its principals',
  description: 'Only the meant principals may assume the role.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd: 'Name roles or services in the trust policy, with conditions on organization, source or external id.',
  effort: 1,
  inForce: 'The trust policy names who may assume the role.',
  cost: 'none',
  effects: [
    { technique: 'T1078.004', does: 'detect', score: 'minimal', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1078.004', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1199', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1548.005', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
  ],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html'],
});
