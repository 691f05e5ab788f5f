import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Data minimization',
  description: 'Only the columns and rows that are needed leave their system.',
  kind: 'preventive',
  service: 'process',
  howToAdd: 'Select, drop or mask columns in the copy task.',
  effort: 2,
  inForce: 'An attestation in bartizan.yaml with an owner and a date that has not passed.',
  cost: 'people',
  effects: [
    { technique: 'T1119', does: 'protect', basis: 'attack M1041' },
    { technique: 'T1213.006', does: 'protect', basis: 'attack M1041' },
    { technique: 'T1530', does: 'protect', basis: 'attack M1041' },
  ],
  references: ['https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/data-classification.html'],
});
