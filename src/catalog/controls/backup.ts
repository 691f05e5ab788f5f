import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Backups with retention',
  description: 'Copies from which data comes back after loss, mistakes or ransom.',
  kind: 'corrective',
  service: 'AWS Backup',
  howToAdd:
    'Switch automatic backups or point-in-time recovery on, or select the resource in a backup plan; test the restore.',
  effort: 1,
  inForce: 'Automatic backups or a plan select the resource and keep copies for the wanted days.',
  cost: 'usage',
  effects: [
    { technique: 'T1485', does: 'detect', score: 'partial', basis: 'ctid aws_rds' },
    { technique: 'T1485', does: 'protect', score: 'significant', basis: 'ctid aws_rds' },
    { technique: 'T1485', does: 'respond', score: 'significant', basis: 'ctid aws_rds' },
    { technique: 'T1486', does: 'protect', basis: 'attack M1053' },
    { technique: 'T1486', does: 'respond', score: 'significant', basis: 'ctid aws_rds' },
    { technique: 'T1489', does: 'detect', score: 'partial', basis: 'ctid aws_rds' },
    { technique: 'T1490', does: 'detect', score: 'partial', basis: 'ctid aws_rds' },
    { technique: 'T1490', does: 'protect', basis: 'attack M1053' },
    { technique: 'T1490', does: 'respond', score: 'significant', basis: 'ctid aws_rds' },
    { technique: 'T1491', does: 'protect', basis: 'attack M1053' },
  ],
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/whatisbackup.html'],
});
