import { defineMove } from '../../../model/attack.ts';
import type { Resource } from '../../../model/resource.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { giveWork } from '../give-work.ts';

export default defineMove(
  giveWork({
    thing: 'a user of a file server',
    description:
      'The identity makes a user of a Transfer Family server with a key of its own and a role it may pass: the user reads and writes all files that the role may.',
    service: 'transfer.amazonaws.com',
    ways: [
      { rights: [['transfer:CreateUser', 'server/', 'AWS::Transfer::Server']], which: keepsItsUsers },
      {
        rights: [
          ['transfer:CreateServer', '*'],
          ['transfer:CreateUser', 'server/'],
        ],
      },
    ],
    does: [
      ['s3:GetObject', 'AWS::S3::Bucket'],
      ['s3:PutObject', 'AWS::S3::Bucket'],
      ['s3:DeleteObject', 'AWS::S3::Bucket'],
      ['elasticfilesystem:ClientMount', 'AWS::EFS::FileSystem'],
      ['elasticfilesystem:ClientWrite', 'AWS::EFS::FileSystem'],
    ],
    technique: 'T1530',
    reference: 'https://docs.aws.amazon.com/transfer/latest/userguide/requirements-roles.html',
  }),
);

/** A server that asks somebody else who its users are takes none by this call. https://docs.aws.amazon.com/transfer/latest/APIReference/API_CreateUser.html */
function keepsItsUsers({ properties }: Resource): boolean {
  const stated = properties.entries.get('IdentityProviderType');
  const word = stated === undefined ? 'SERVICE_MANAGED' : literalOf(textOf(stated) ?? []);
  return word === undefined || word === 'SERVICE_MANAGED';
}
