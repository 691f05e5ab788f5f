import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Encryption at rest',
  description: 'Data is stored encrypted; whoever gets the storage without the key has nothing.',
  kind: 'preventive',
  service: 'AWS KMS',
  howToAdd: 'Switch encryption on, and name a key where one can be chosen.',
  effort: 1,
  inForce: 'The store is encrypted, by its own setting or by default.',
  cost: 'none',
  effects: [
    { technique: 'T1486', does: 'respond', score: 'significant', basis: 'ctid aws_rds' },
    { technique: 'T1530', does: 'protect', score: 'significant', basis: 'ctid aws_rds' },
  ],
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html'],
});
