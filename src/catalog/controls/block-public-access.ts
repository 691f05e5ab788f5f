import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Block Public Access',
  description:
    'All four switches that make public policies and ACLs of buckets ineffective, on the bucket or the whole account.',
  kind: 'preventive',
  service: 'Amazon S3',
  howToAdd:
    'Set all four values of PublicAccessBlockConfiguration to true; for the account use its account-level setting.',
  effort: 1,
  inForce: 'The four switches of the bucket or of its account are on.',
  cost: 'none',
  effects: [
    { technique: 'T1080', does: 'protect', basis: 'attack M1022' },
    { technique: 'T1485', does: 'protect', score: 'significant', basis: 'ctid aws_s3' },
    { technique: 'T1530', does: 'protect', score: 'significant', basis: 'ctid aws_s3' },
  ],
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
});
