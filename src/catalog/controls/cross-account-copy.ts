import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Copies in another account',
  description: 'Copies that survive the loss of the whole account.',
  kind: 'corrective',
  service: 'AWS Backup',
  howToAdd: 'Replicate or copy backups to an account of its own.',
  effort: 3,
  inForce: 'A backup rule copies to a vault of another account.',
  cost: 'usage',
  effects: [
    { technique: 'T1485', does: 'protect', basis: 'attack M1053' },
    { technique: 'T1486', does: 'protect', basis: 'attack M1053' },
    { technique: 'T1490', does: 'protect', basis: 'attack M1053' },
  ],
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html'],
});
