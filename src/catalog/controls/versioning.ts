import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Versioning',
  description: 'Overwritten and deleted objects stay available as older versions.',
  kind: 'corrective',
  service: 'Amazon S3',
  howToAdd: 'Set VersioningConfiguration.Status to Enabled, with a lifecycle rule for old versions.',
  effort: 1,
  inForce: 'Versioning is enabled.',
  cost: 'usage',
  effects: [
    { technique: 'T1485', does: 'protect', basis: 'attack M1053' },
    { technique: 'T1486', does: 'protect', basis: 'attack M1053' },
    { technique: 'T1490', does: 'protect', basis: 'attack M1053' },
  ],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html'],
});
