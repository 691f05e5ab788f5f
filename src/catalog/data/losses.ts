import type { Recovery } from '../../model/data-keeping.ts';

/** One call that ends data of a type for good, unless something brings it back. */
export interface Loss {
  readonly action: string;
  /** `data`: what it names are the things in the store, not the store itself. */
  readonly names?: 'data';
  /** Ways of recovery that this call does not end. */
  readonly survives: readonly Recovery['backups'][];
  /** Ways of recovery that end with it, unless copies lie elsewhere. */
  readonly doubtful?: readonly Recovery['backups'][];
  /** The call that lifts deletion protection, where the type has it. */
  readonly unlock?: string;
}

/** "When you delete an instance, all automated backups are deleted", unless the caller keeps them. */
const databases = { survives: [], doubtful: ['automatic', 'point-in-time'] } as const;

/**
 * What destroys the data of each type. Sources: Service Authorization Reference, and
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectVersions.html,
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html,
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html (a system backup stays),
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html (force without recovery).
 */
export const losses: Readonly<Record<string, readonly Loss[]>> = {
  'AWS::S3::Bucket': [
    { action: 's3:DeleteObject', names: 'data', survives: ['versions', 'automatic'] },
    { action: 's3:DeleteObjectVersion', names: 'data', survives: ['automatic'] },
    { action: 's3:PutLifecycleConfiguration', survives: ['automatic'] },
  ],
  'AWS::DynamoDB::Table': [
    { action: 'dynamodb:DeleteTable', survives: ['point-in-time', 'automatic'], unlock: 'dynamodb:UpdateTable' },
    { action: 'dynamodb:BatchWriteItem', survives: ['point-in-time', 'automatic'] },
  ],
  'AWS::SQS::Queue': [
    { action: 'sqs:PurgeQueue', survives: [] },
    { action: 'sqs:DeleteQueue', survives: [] },
  ],
  'AWS::RDS::DBInstance': [{ action: 'rds:DeleteDBInstance', ...databases, unlock: 'rds:ModifyDBInstance' }],
  'AWS::RDS::DBCluster': [{ action: 'rds:DeleteDBCluster', ...databases, unlock: 'rds:ModifyDBCluster' }],
  'AWS::Neptune::DBCluster': [{ action: 'rds:DeleteDBCluster', ...databases, unlock: 'rds:ModifyDBCluster' }],
  'AWS::DocDB::DBCluster': [{ action: 'rds:DeleteDBCluster', ...databases, unlock: 'rds:ModifyDBCluster' }],
  'AWS::Redshift::Cluster': [{ action: 'redshift:DeleteCluster', ...databases }],
  'AWS::EFS::FileSystem': [{ action: 'elasticfilesystem:DeleteFileSystem', survives: ['automatic'] }],
  'AWS::SecretsManager::Secret': [{ action: 'secretsmanager:DeleteSecret', survives: [] }],
  'AWS::SSM::Parameter': [{ action: 'ssm:DeleteParameter', survives: [] }],
  'AWS::Logs::LogGroup': [{ action: 'logs:DeleteLogGroup', names: 'data', survives: [] }],
  'AWS::ECR::Repository': [
    { action: 'ecr:DeleteRepository', survives: [] },
    { action: 'ecr:BatchDeleteImage', survives: [] },
  ],
  'AWS::Kinesis::Stream': [{ action: 'kinesis:DeleteStream', survives: [] }],
  'AWS::OpenSearchService::Domain': [{ action: 'es:DeleteDomain', survives: [] }],
  'AWS::Elasticsearch::Domain': [{ action: 'es:DeleteElasticsearchDomain', survives: [] }],
};
