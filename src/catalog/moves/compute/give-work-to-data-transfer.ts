import { defineMove } from '../../../model/attack.ts';
import { giveWork } from '../give-work.ts';

export default defineMove(
  giveWork({
    thing: 'a transfer of DataSync',
    description:
      'The identity makes locations with a role it may pass and a task between them: it copies objects of all buckets that the role may use.',
    service: 'datasync.amazonaws.com',
    ways: [
      {
        rights: [
          ['datasync:CreateLocationS3', '*'],
          ['datasync:CreateTask', '*'],
          ['datasync:StartTaskExecution', 'task/'],
        ],
        provided: 'the role may read where objects are copied from and write where they are copied to',
      },
    ],
    does: [
      ['s3:GetObject', 'AWS::S3::Bucket'],
      ['s3:PutObject', 'AWS::S3::Bucket'],
    ],
    technique: 'T1537',
    reference: 'https://docs.aws.amazon.com/datasync/latest/userguide/create-s3-location.html',
  }),
);
