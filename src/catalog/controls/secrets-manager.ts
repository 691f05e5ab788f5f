import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Secrets by reference',
  description: 'Secrets live in a store that controls and records access; the configuration only names them.',
  kind: 'preventive',
  service: 'AWS Secrets Manager',
  howToAdd:
    'Put the secret into Secrets Manager or a SecureString parameter, reference it, and replace the exposed value.',
  effort: 2,
  inForce: 'The value is a reference to a secret, not a text.',
  cost: 'fixed',
  effects: [
    { technique: 'T1078', does: 'protect', basis: 'attack M1027' },
    { technique: 'T1552', does: 'protect', score: 'partial', basis: 'ctid aws_secrets_manager' },
    { technique: 'T1552.001', does: 'protect', score: 'partial', basis: 'ctid aws_secrets_manager' },
    { technique: 'T1555', does: 'protect', score: 'partial', basis: 'ctid aws_secrets_manager' },
  ],
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html'],
});
