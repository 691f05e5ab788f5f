import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Secret rotation',
  description: 'A stolen secret stops working after a while.',
  kind: 'preventive',
  service: 'AWS Secrets Manager',
  howToAdd: 'Add a rotation schedule.',
  effort: 2,
  inForce: 'A rotation schedule with a function that works.',
  cost: 'usage',
  effects: [
    { technique: 'T1078', does: 'protect', basis: 'attack M1027' },
    { technique: 'T1078.004', does: 'protect', basis: 'attack M1027' },
    { technique: 'T1552', does: 'protect', score: 'partial', basis: 'ctid aws_secrets_manager' },
    { technique: 'T1552.001', does: 'protect', score: 'partial', basis: 'ctid aws_secrets_manager' },
    { technique: 'T1555.006', does: 'protect', score: 'partial', basis: 'ctid aws_secrets_manager' },
  ],
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html'],
});
