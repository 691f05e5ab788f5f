import { defineMove } from '../../../model/attack.ts';
import { giveWork } from '../give-work.ts';

export default defineMove(
  giveWork({
    thing: 'a job of S3 Batch Operations',
    description:
      'The identity makes a job with a role it may pass, which copies objects from and to all buckets that the role may use.',
    service: 'batchoperations.s3.amazonaws.com',
    ways: [
      {
        rights: [['s3:CreateJob', '*']],
        provided: 'the role may read where objects are copied from and write where they are copied to',
      },
    ],
    does: [
      ['s3:GetObject', 'AWS::S3::Bucket'],
      ['s3:PutObject', 'AWS::S3::Bucket'],
    ],
    technique: 'T1530',
    reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-iam-role-policies.html',
  }),
);
