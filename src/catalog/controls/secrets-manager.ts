import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Secrets by reference',
  description: 'Secrets live in a store that controls and records access; the configuration only names them.',
  kind: 'preventive',
  service: 'AWS Secrets Manager',
  howToAdd:
    'Put the secret into Secrets Manager or a SecureString parameter, reference it, and replace the exposed value.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html'],
});
