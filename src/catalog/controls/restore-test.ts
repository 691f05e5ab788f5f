import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Test of restoring',
  description: 'Copies come back, whole and in the time that was promised.',
  kind: 'procedural',
  service: 'process',
  howToAdd: 'Restore each store of value into an empty account twice a year; AWS Backup can do it on a schedule.',
  effort: 3,
  inForce: 'A passed test, or an attestation, in bartizan.yaml with a date that has not passed.',
  cost: 'people',
  effects: [
    { technique: 'T1485', does: 'protect', basis: 'attack M1053' },
    { technique: 'T1486', does: 'protect', basis: 'attack M1053' },
    { technique: 'T1490', does: 'protect', basis: 'attack M1053' },
  ],
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html'],
});
