/** Kinds of resources, in the shares in which an organization has them. */
export interface Kind {
  readonly type: string;
  /** Prefix of its actions. */
  readonly service: string;
  /** Name of the resource type in the service's list of actions, `queue`. */
  readonly named: string;
  readonly share: number;
  arn(account: string, name: string): string;
  /** What the action names: objects for some actions on buckets. */
  readonly actions: readonly string[];
}

const region = 'eu-west-1';
const at =
  (service: string, path: string) =>
  (account: string, name: string): string =>
    `arn:aws:${service}:${region}:${account}:${path}${name}`;

export const kinds: readonly Kind[] = [
  {
    type: 'AWS::S3::Bucket',
    service: 's3',
    named: 'bucket',
    share: 20,
    arn: (_, name) => `arn:aws:s3:::${name}`,
    actions: ['s3:ListBucket', 's3:GetBucketPolicy', 's3:PutBucketPolicy'],
  },
  {
    type: 'AWS::SQS::Queue',
    service: 'sqs',
    named: 'queue',
    share: 15,
    arn: at('sqs', ''),
    actions: ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'],
  },
  {
    type: 'AWS::DynamoDB::Table',
    service: 'dynamodb',
    named: 'table',
    share: 15,
    arn: at('dynamodb', 'table/'),
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
  },
  {
    type: 'AWS::SNS::Topic',
    service: 'sns',
    named: 'topic',
    share: 10,
    arn: at('sns', ''),
    actions: ['sns:Publish', 'sns:Subscribe'],
  },
  {
    type: 'AWS::Lambda::Function',
    service: 'lambda',
    named: 'function',
    share: 15,
    arn: at('lambda', 'function:'),
    actions: ['lambda:InvokeFunction', 'lambda:UpdateFunctionCode'],
  },
  {
    type: 'AWS::SecretsManager::Secret',
    service: 'secretsmanager',
    named: 'Secret',
    share: 8,
    arn: at('secretsmanager', 'secret:'),
    actions: ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'],
  },
  {
    type: 'AWS::KMS::Key',
    service: 'kms',
    named: 'key',
    share: 5,
    arn: at('kms', 'key/'),
    actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
  },
  {
    type: 'AWS::Logs::LogGroup',
    service: 'logs',
    named: 'log-group',
    share: 12,
    arn: at('logs', 'log-group:'),
    actions: ['logs:PutLogEvents', 'logs:CreateLogStream'],
  },
];
