/** What code does with resources of a type: actions by what stands behind the ARN that they are asked on, `''` for itself. */
export type CodeActions = readonly (readonly [behind: string, actions: readonly string[]])[];

function use(service: string, actions: Readonly<Record<string, string>>): CodeActions {
  return Object.entries(actions).map(([behind, names]) => [
    behind,
    names.split(' ').map((action) => `${service}:${action}`),
  ]);
}

/**
 * Actions that code calls on what it uses, as opposed to those that create, configure, share or delete it. Source: the
 * policy templates that AWS gives for applications,
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html, and
 * for types without a template the pages of their service on access by applications.
 */
const table: Readonly<Record<string, CodeActions>> = {
  'AWS::DynamoDB::Table': use('dynamodb', {
    '': 'BatchGetItem BatchWriteItem ConditionCheckItem DeleteItem DescribeTable GetItem PartiQLDelete PartiQLInsert PartiQLSelect PartiQLUpdate PutItem Query Scan UpdateItem',
    '/index/*': 'PartiQLSelect Query Scan',
    // https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
    '/stream/*': 'DescribeStream GetRecords GetShardIterator',
  }),
  'AWS::S3::Bucket': use('s3', {
    '': 'GetBucketLocation ListBucket ListBucketMultipartUploads ListBucketVersions',
    '/*': 'AbortMultipartUpload DeleteObject DeleteObjectTagging GetObject GetObjectAttributes GetObjectTagging GetObjectVersion ListMultipartUploadParts PutObject PutObjectTagging',
  }),
  'AWS::SQS::Queue': use('sqs', {
    '': 'ChangeMessageVisibility DeleteMessage GetQueueAttributes GetQueueUrl ReceiveMessage SendMessage',
  }),
  'AWS::SNS::Topic': use('sns', { '': 'GetTopicAttributes ListSubscriptionsByTopic Publish Subscribe' }),
  'AWS::SecretsManager::Secret': use('secretsmanager', { '': 'DescribeSecret GetSecretValue' }),
  'AWS::SSM::Parameter': use('ssm', { '': 'GetParameter GetParameterHistory GetParameters GetParametersByPath' }),
  'AWS::KMS::Key': use('kms', {
    '': 'Decrypt DescribeKey Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateMac GetPublicKey ReEncryptFrom ReEncryptTo Sign Verify VerifyMac',
  }),
  'AWS::Kinesis::Stream': use('kinesis', {
    '': 'DescribeStream DescribeStreamSummary GetRecords GetShardIterator ListShards PutRecord PutRecords RegisterStreamConsumer SubscribeToShard',
    '/consumer/*': 'SubscribeToShard',
  }),
  'AWS::KinesisFirehose::DeliveryStream': use('firehose', { '': 'DescribeDeliveryStream PutRecord PutRecordBatch' }),
  // https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html
  'AWS::Lambda::Function': use('lambda', { '': 'InvokeFunction', ':*': 'InvokeFunction' }),
  'AWS::StepFunctions::StateMachine': use('states', { '': 'DescribeStateMachine StartExecution StartSyncExecution' }),
  'AWS::Events::EventBus': use('events', { '': 'PutEvents' }),
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
  'AWS::ECR::Repository': use('ecr', {
    '': 'BatchCheckLayerAvailability BatchGetImage CompleteLayerUpload DescribeImages GetDownloadUrlForLayer InitiateLayerUpload PutImage UploadLayerPart',
  }),
  // https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
  'AWS::EFS::FileSystem': use('elasticfilesystem', { '': 'ClientMount ClientRootAccess ClientWrite' }),
  // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
  'AWS::OpenSearchService::Domain': use('es', {
    '/*': 'ESHttpDelete ESHttpGet ESHttpHead ESHttpPatch ESHttpPost ESHttpPut',
  }),
  // https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
  'AWS::CodeBuild::Project': use('codebuild', { '': 'BatchGetBuilds StartBuild StopBuild' }),
  // https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
  'AWS::ECS::TaskDefinition': use('ecs', { '': 'RunTask' }),
};

/** What code does with resources of a type; undefined for types of which that is not known. */
export function codeActions(type: string): CodeActions | undefined {
  return Object.hasOwn(table, type) ? table[type] : undefined;
}

/** Types of which it is known. */
export const codeActionTypes: readonly string[] = Object.keys(table);
