import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Access review',
  description: 'People look regularly at who may do what, and remove what is not needed.',
  kind: 'procedural',
  service: 'process',
  howToAdd: 'Review with an owner and a date; attest it in bartizan.yaml.',
  effort: 2,
  inForce: 'An attestation in bartizan.yaml with an owner and a date that has not passed.',
  cost: 'people',
  effects: [
    { technique: 'T1078', does: 'detect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1078', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1078.004', does: 'detect', score: 'minimal', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1078.004', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1098', does: 'detect', score: 'minimal', basis: 'ctid aws_identity_and_access_management' },
    { technique: 'T1098', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1098.003', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1136.003', does: 'protect', basis: 'attack M1026' },
    { technique: 'T1530', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1548.005', does: 'protect', score: 'partial', basis: 'ctid aws_identity_and_access_management' },
  ],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html'],
});
