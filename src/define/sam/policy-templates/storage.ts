import { allow, type PolicyTemplates } from './policy-template.ts';

/**
 * Tables, buckets, streams, logs, parameters, secrets and keys.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html
 */
export const storageTemplates: PolicyTemplates = {
  DynamoDBCrudPolicy: [
    allow(
      'dynamodb',
      'GetItem DeleteItem PutItem Scan Query UpdateItem BatchWriteItem BatchGetItem DescribeTable ConditionCheckItem',
      'arn:dynamodb:@:table/<tableName>',
      'arn:dynamodb:@:table/<tableName>/index/*',
    ),
  ],
  DynamoDBReadPolicy: [
    allow(
      'dynamodb',
      'GetItem Scan Query BatchGetItem DescribeTable',
      'arn:dynamodb:@:table/<tableName>',
      'arn:dynamodb:@:table/<tableName>/index/*',
    ),
  ],
  ElasticsearchHttpPostPolicy: [allow('es', 'ESHttpPost ESHttpPut', 'arn:es:@:domain/<domainName>/*')],
  S3ReadPolicy: [
    allow(
      's3',
      'GetObject ListBucket GetBucketLocation GetObjectVersion GetLifecycleConfiguration',
      'arn:s3:::<bucketName>',
      'arn:s3:::<bucketName>/*',
    ),
  ],
  S3CrudPolicy: [
    allow(
      's3',
      'GetObject ListBucket GetBucketLocation GetObjectVersion PutObject PutObjectAcl GetLifecycleConfiguration PutLifecycleConfiguration DeleteObject',
      'arn:s3:::<bucketName>',
      'arn:s3:::<bucketName>/*',
    ),
  ],
  DynamoDBStreamReadPolicy: [
    allow(
      'dynamodb',
      'DescribeStream GetRecords GetShardIterator',
      'arn:dynamodb:@:table/<tableName>/stream/<streamName>',
    ),
    allow('dynamodb', 'ListStreams', 'arn:dynamodb:@:table/<tableName>/stream/*'),
  ],
  KinesisStreamReadPolicy: [
    allow('kinesis', 'ListStreams DescribeLimits', 'arn:kinesis:@:stream/*'),
    allow(
      'kinesis',
      'DescribeStream DescribeStreamSummary GetRecords GetShardIterator',
      'arn:kinesis:@:stream/<streamName>',
    ),
  ],
  KinesisCrudPolicy: [
    allow(
      'kinesis',
      'AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream DescribeStream DescribeStreamSummary GetShardIterator IncreaseStreamRetentionPeriod ListTagsForStream MergeShards PutRecord PutRecords SplitShard RemoveTagsFromStream',
      'arn:kinesis:@:stream/<streamName>',
    ),
  ],
  KMSDecryptPolicy: [allow('kms', 'Decrypt', 'arn:kms:@:key/<keyId>')],
  S3FullAccessPolicy: [
    allow(
      's3',
      'GetObject GetObjectAcl GetObjectVersion PutObject PutObjectAcl DeleteObject DeleteObjectTagging DeleteObjectVersionTagging GetObjectTagging GetObjectVersionTagging PutObjectTagging PutObjectVersionTagging',
      'arn:s3:::<bucketName>/*',
    ),
    allow(
      's3',
      'ListBucket GetBucketLocation GetLifecycleConfiguration PutLifecycleConfiguration',
      'arn:s3:::<bucketName>',
    ),
  ],
  DynamoDBBackupFullAccessPolicy: [
    allow('dynamodb', 'CreateBackup DescribeContinuousBackups', 'arn:dynamodb:@:table/<tableName>'),
    allow('dynamodb', 'DeleteBackup DescribeBackup ListBackups', 'arn:dynamodb:@:table/<tableName>/backup/*'),
  ],
  DynamoDBRestoreFromBackupPolicy: [
    allow('dynamodb', 'RestoreTableFromBackup', 'arn:dynamodb:@:table/<tableName>/backup/*'),
    allow(
      'dynamodb',
      'PutItem UpdateItem DeleteItem GetItem Query Scan BatchWriteItem',
      'arn:dynamodb:@:table/<tableName>',
    ),
  ],
  AWSSecretsManagerRotationPolicy: [
    {
      ...allow(
        'secretsmanager',
        'DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage',
        'arn:secretsmanager:@:secret:*',
      ),
      condition: {
        operator: 'StringEquals',
        key: 'secretsmanager:resource/AllowRotationLambdaArn',
        value: 'arn:lambda:@:function:<functionName>',
      },
    },
    allow('secretsmanager', 'GetRandomPassword', '*'),
  ],
  DynamoDBReconfigurePolicy: [allow('dynamodb', 'UpdateTable', 'arn:dynamodb:@:table/<tableName>')],
  FilterLogEventsPolicy: [allow('logs', 'FilterLogEvents', 'arn:logs:@:log-group:<logGroupName>:log-stream:*')],
  SSMParameterReadPolicy: [
    allow('ssm', 'DescribeParameters', '*'),
    allow('ssm', 'GetParameters GetParameter GetParametersByPath', 'arn:ssm:@:parameter/<parameterName>'),
  ],
  KMSEncryptPolicy: [allow('kms', 'Encrypt', 'arn:kms:@:key/<keyId>')],
  AthenaQueryPolicy: [
    allow(
      'athena',
      'ListWorkGroups GetExecutionEngine GetExecutionEngines GetNamespace GetCatalogs GetNamespaces GetTables GetTable',
      '*',
    ),
    allow(
      'athena',
      'StartQueryExecution GetQueryResults DeleteNamedQuery GetNamedQuery ListQueryExecutions StopQueryExecution GetQueryResultsStream ListNamedQueries CreateNamedQuery GetQueryExecution BatchGetNamedQuery BatchGetQueryExecution GetWorkGroup',
      'arn:athena:@:workgroup/<workgroupName>',
    ),
  ],
  S3WritePolicy: [
    allow('s3', 'PutObject PutObjectAcl PutLifecycleConfiguration', 'arn:s3:::<bucketName>', 'arn:s3:::<bucketName>/*'),
  ],
  DynamoDBWritePolicy: [
    allow(
      'dynamodb',
      'PutItem UpdateItem BatchWriteItem',
      'arn:dynamodb:@:table/<tableName>',
      'arn:dynamodb:@:table/<tableName>/index/*',
    ),
  ],
  SSMParameterWithSlashPrefixReadPolicy: [
    allow('ssm', 'DescribeParameters', '*'),
    allow('ssm', 'GetParameters GetParameter GetParametersByPath', 'arn:ssm:@:parameter<parameterName>'),
  ],
  KMSEncryptPolicy_v2: [
    allow(
      'kms',
      'Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext',
      'arn:kms:@:key/<keyId>',
    ),
  ],
  AWSSecretsManagerGetSecretValuePolicy: [allow('secretsmanager', 'GetSecretValue', '<secretArn>')],
  EFSWriteAccessPolicy: [
    {
      ...allow('elasticfilesystem', 'ClientMount ClientWrite', 'arn:elasticfilesystem:@:file-system/<FileSystem>'),
      condition: {
        operator: 'StringEquals',
        key: 'elasticfilesystem:AccessPointArn',
        value: 'arn:elasticfilesystem:@:access-point/<AccessPoint>',
      },
    },
  ],
  FirehoseCrudPolicy: [
    allow(
      'firehose',
      'CreateDeliveryStream DeleteDeliveryStream DescribeDeliveryStream PutRecord PutRecordBatch UpdateDestination',
      'arn:firehose:@:deliverystream/<deliveryStreamName>',
    ),
  ],
  FirehoseWritePolicy: [
    allow('firehose', 'PutRecord PutRecordBatch', 'arn:firehose:@:deliverystream/<deliveryStreamName>'),
  ],
};
