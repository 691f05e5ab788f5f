import { defineMove } from '../../../model/attack.ts';
import { giveWork } from '../give-work.ts';

export default defineMove(
  giveWork({
    thing: 'a migration of databases',
    description:
      'The identity makes an endpoint of the Database Migration Service with a role it may pass: its tasks load objects of buckets into a database, and write tables into buckets, with the rights of the role.',
    service: 'dms.amazonaws.com',
    ways: [
      {
        rights: [
          ['dms:CreateEndpoint', 'endpoint:'],
          ['dms:CreateReplicationTask', 'task:'],
          ['dms:StartReplicationTask', 'task:'],
        ],
        there: { types: ['AWS::DMS::ReplicationInstance'], what: 'a replication instance' },
        provided: 'the replication instance reaches a database of the attacker',
      },
    ],
    does: [
      ['s3:GetObject', 'AWS::S3::Bucket'],
      ['s3:PutObject', 'AWS::S3::Bucket'],
    ],
    technique: 'T1537',
    reference: 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Source.S3.html',
    cost: 4,
  }),
);
