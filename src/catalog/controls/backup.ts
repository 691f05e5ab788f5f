import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Backups with retention',
  description: 'Copies from which data comes back after loss, mistakes or ransom.',
  kind: 'corrective',
  service: 'AWS Backup',
  howToAdd:
    'Switch automatic backups or point-in-time recovery on, or select the resource in a backup plan; test the restore.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/whatisbackup.html'],
});
