import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Second factor',
  description: 'A stolen password is not enough to sign in.',
  kind: 'preventive',
  service: 'Amazon Cognito',
  howToAdd: 'Demand multi-factor authentication.',
  effort: 2,
  inForce: 'The pool or a condition on aws:MultiFactorAuthPresent asks for a second factor.',
  cost: 'none',
  effects: [
    { technique: 'T1078', does: 'detect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1078', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1078.004', does: 'detect', score: 'minimal', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1078.004', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1098', does: 'detect', score: 'minimal', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1098', does: 'protect', basis: 'attack M1032' },
    { technique: 'T1110', does: 'protect', score: 'significant', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1110.001', does: 'protect', score: 'significant', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1110.003', does: 'protect', score: 'significant', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1110.004', does: 'protect', score: 'significant', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1136.003', does: 'protect', basis: 'attack M1032' },
    { technique: 'T1621', does: 'protect', score: 'significant', basis: 'ctid aws_identity_and_access_management' },
  ],
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html'],
});
