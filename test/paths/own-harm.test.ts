import { expect, it } from 'vitest';
import { modelOfTemplate } from '../support/model-of-texts.ts';

const user = (name: string, actions: readonly string[], resource: unknown = '*') =>
  `  ${name}: ${JSON.stringify({
    Type: 'AWS::IAM::User',
    Properties: {
      Policies: [
        {
          PolicyName: 'own',
          PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: resource }] },
        },
      ],
    },
  })}`;

const things = `
  Key: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Statement: [{ Effect: Allow, Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }, Action: 'kms:*', Resource: '*' }] } } }
  Trail: { Type: AWS::CloudTrail::Trail, Properties: { IsLogging: true, S3BucketName: !Ref Logs } }
  Detector: { Type: AWS::GuardDuty::Detector, Properties: { Enable: true } }
  Logs: { Type: AWS::S3::Bucket }
  Vault: { Type: AWS::Backup::BackupVault, Properties: { BackupVaultName: vault } }
  Orders: { Type: AWS::RDS::DBInstance, Properties: { Engine: postgres, DBInstanceClass: db.t4g.micro, StorageEncrypted: false, AllocatedStorage: '20', MasterUsername: admin, ManageMasterUserPassword: true, BackupRetentionPeriod: 0 } }
  Customers: { Type: AWS::RDS::DBInstance, Properties: { Engine: postgres, DBInstanceClass: db.t4g.micro, StorageEncrypted: false, AllocatedStorage: '20', MasterUsername: admin, ManageMasterUserPassword: true, BackupRetentionPeriod: 0 } }`;

async function told(...users: readonly string[]) {
  const { document } = await modelOfTemplate(['Resources:', ...users, things].join('\n'), { attackers: ['user'] });
  return document.attackPaths.map(({ steps, target }) => `${steps.at(-1)?.move} ${target.replace('app/', '')}`).sort();
}

it('what no daily work needs is told of whoever may do it by his own rights', async () => {
  expect(await told(user('Stopper', ['cloudtrail:StopLogging']))).toEqual(['detection/switch-off Trail']);
  expect(await told(user('Ransomer', ['kms:PutKeyPolicy']))).toEqual(['data/destroy-key Key']);
  expect(await told(user('Keeper', ['backup:DeleteRecoveryPoint']))).toEqual(['data/destroy-backups Vault']);
});

it('one right that does it to many things is told once', async () => {
  const sharing = ['rds:CreateDBSnapshot', 'rds:ModifyDBSnapshotAttribute'];
  expect(await told(user('Sharer', sharing))).toEqual(['data/share-copy Orders']);
  expect(await told(user('Stopper', ['cloudtrail:*', 'guardduty:*']))).toEqual(['detection/switch-off Trail']);
});

it('nothing of it is told of an administrator, nor what daily work does', async () => {
  expect(await told(user('Administrator', ['*']))).toEqual(['identity/become-administrator Administrator']);
  expect(await told(user('Cleaner', ['s3:DeleteObject', 's3:GetObject']))).toEqual([]);
});
