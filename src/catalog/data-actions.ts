/**
 * What it means, action by action, to read, change or use the data of a resource type. `suffix` is what the ARN needs for
 * the action's resource: objects of a bucket are `/*`. Source: AWS Service Authorization Reference, per service.
 */
export interface DataActions {
  readonly read: readonly string[];
  readonly write: readonly string[];
  /** Actions that run it or send work to it. */
  readonly invoke: readonly string[];
  /** Actions on the resource itself that tell what is in it, and not more: names of objects. */
  readonly list: readonly string[];
  readonly suffix: string;
  /** The action that reads what changes in it, record by record, and what the ARN needs for that. */
  readonly changes?: { readonly read: string; readonly suffix: string };
}

const none = { read: [], write: [], invoke: [], list: [], suffix: '' } as const;

const dynamoTable: DataActions = {
  ...none,
  read: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:Scan', 'dynamodb:BatchGetItem'],
  write: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'],
  // A stream has a policy of its own beside its table's.
  changes: { read: 'dynamodb:GetRecords', suffix: '/stream/*' },
};

const table: Readonly<Record<string, DataActions>> = {
  'AWS::S3::Bucket': {
    ...none,
    read: ['s3:GetObject'],
    write: ['s3:PutObject', 's3:DeleteObject'],
    list: ['s3:ListBucket'],
    suffix: '/*',
  },
  'AWS::DynamoDB::Table': dynamoTable,
  'AWS::DynamoDB::GlobalTable': dynamoTable,
  'AWS::SQS::Queue': {
    ...none,
    read: ['sqs:ReceiveMessage'],
    write: ['sqs:SendMessage', 'sqs:DeleteMessage', 'sqs:PurgeQueue'],
  },
  'AWS::SNS::Topic': { ...none, read: ['sns:Subscribe'], write: ['sns:Publish'] },
  'AWS::SecretsManager::Secret': {
    ...none,
    read: ['secretsmanager:GetSecretValue'],
    write: ['secretsmanager:PutSecretValue'],
  },
  'AWS::SSM::Parameter': {
    ...none,
    read: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParameterHistory', 'ssm:GetParametersByPath'],
    write: ['ssm:PutParameter'],
  },
  'AWS::KMS::Key': {
    ...none,
    read: ['kms:Decrypt'],
    write: ['kms:Encrypt', 'kms:ScheduleKeyDeletion', 'kms:DisableKey'],
  },
  'AWS::Kinesis::Stream': { ...none, read: ['kinesis:GetRecords'], write: ['kinesis:PutRecord', 'kinesis:PutRecords'] },
  'AWS::KinesisFirehose::DeliveryStream': { ...none, write: ['firehose:PutRecord', 'firehose:PutRecordBatch'] },
  'AWS::Lambda::Function': {
    ...none,
    read: ['lambda:GetFunction'],
    write: ['lambda:UpdateFunctionCode'],
    invoke: ['lambda:InvokeFunction'],
  },
  'AWS::StepFunctions::StateMachine': { ...none, invoke: ['states:StartExecution'] },
  'AWS::ECR::Repository': { ...none, read: ['ecr:BatchGetImage'], write: ['ecr:PutImage'] },
  'AWS::Logs::LogGroup': {
    ...none,
    read: ['logs:GetLogEvents', 'logs:FilterLogEvents'],
    write: ['logs:PutLogEvents'],
    suffix: ':*',
  },
  'AWS::EFS::FileSystem': {
    ...none,
    read: ['elasticfilesystem:ClientMount'],
    write: ['elasticfilesystem:ClientWrite'],
  },
  'AWS::Events::EventBus': { ...none, write: ['events:PutEvents'] },
  'AWS::OpenSearchService::Domain': {
    ...none,
    read: ['es:ESHttpGet'],
    write: ['es:ESHttpPut', 'es:ESHttpPost', 'es:ESHttpDelete'],
    suffix: '/*',
  },
  'AWS::Elasticsearch::Domain': {
    ...none,
    read: ['es:ESHttpGet'],
    write: ['es:ESHttpPut', 'es:ESHttpPost', 'es:ESHttpDelete'],
    suffix: '/*',
  },
};

/** The data actions of a type; all empty for types whose data no IAM action reaches. */
export function dataActions(type: string): DataActions {
  return Object.hasOwn(table, type) ? (table[type] ?? none) : none;
}

/** The actions by which somebody who was let in reads what is in a resource, or what changes in it. */
export function readsOf(type: string): readonly string[] {
  const { read, changes } = dataActions(type);
  return changes === undefined ? read : [...read, changes.read];
}

/** Types that have data actions. */
export const dataTypes: readonly string[] = Object.keys(table);
