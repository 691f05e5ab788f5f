import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Vault lock',
  description: 'Backups cannot be deleted before their time, by nobody.',
  kind: 'preventive',
  service: 'AWS Backup',
  howToAdd: 'LockConfiguration with MinRetentionDays and ChangeableForDays on the vault.',
  effort: 2,
  inForce: 'The vault has a lock with a least retention.',
  cost: 'none',
  effects: [
    { technique: 'T1485', does: 'protect', basis: 'attack M1053' },
    { technique: 'T1486', does: 'protect', basis: 'attack M1053' },
    { technique: 'T1490', does: 'protect', basis: 'attack M1053' },
  ],
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html'],
});
