import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Secret rotation',
  description: 'A stolen secret stops working after a while.',
  kind: 'preventive',
  service: 'AWS Secrets Manager',
  howToAdd: 'Add a rotation schedule.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html'],
});
