import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Copies in another account',
  description: 'Copies that survive the loss of the whole account.',
  kind: 'corrective',
  service: 'AWS Backup',
  howToAdd: 'Replicate or copy backups to an account of its own.',
  effort: 3,
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html'],
});
