import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Immutable storage',
  description: 'Nobody can change or delete content for a fixed time.',
  kind: 'preventive',
  service: 'Amazon S3',
  howToAdd: 'Enable Object Lock with a default retention.',
  effort: 2,
  inForce: 'Retention of the bucket or vault is in compliance or governance mode for the wanted days.',
  cost: 'none',
  effects: [
    { technique: 'T1485', does: 'protect', basis: 'attack M1053' },
    { technique: 'T1486', does: 'protect', basis: 'attack M1053' },
    { technique: 'T1490', does: 'protect', basis: 'attack M1053' },
  ],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html'],
});
