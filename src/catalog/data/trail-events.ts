/**
 * What CloudTrail makes of calls. Everything that is not named here is a management event. Sources:
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html,
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
 */

/** Data events, which no trail records unless its selectors name the type: type of the selector, by patterns of IAM actions. */
export const dataEvents: Readonly<Record<string, RegExp>> = {
  'AWS::S3::Object':
    /^s3:(ListBucket$|ListBucketVersions$|GetObject|PutObject|DeleteObject|RestoreObject|AbortMultipartUpload|ListMultipartUploadParts|SelectObject|ReplicateObject|ReplicateDelete)/,
  'AWS::DynamoDB::Table':
    /^dynamodb:(BatchGetItem|BatchWriteItem|ConditionCheckItem|DeleteItem|GetItem|PartiQL\w+|PutItem|Query|Scan|UpdateItem)$/,
  'AWS::Lambda::Function': /^lambda:(InvokeFunction|InvokeFunctionUrl|InvokeAsync)$/,
  'AWS::SQS::Queue': /^sqs:(SendMessage|ReceiveMessage|DeleteMessage|ChangeMessageVisibility)$/,
  'AWS::SNS::Topic': /^sns:Publish$/,
  'AWS::Kinesis::Stream': /^kinesis:(GetRecords|GetShardIterator|PutRecords?|SubscribeToShard)$/,
  'AWS::Cognito::IdentityPool':
    /^cognito-identity:(GetId|GetCredentialsForIdentity|GetOpenIdToken|GetOpenIdTokenForDeveloperIdentity)$/,
  'AWS::EC2::Snapshot': /^ebs:(GetSnapshotBlock|ListSnapshotBlocks|ListChangedBlocks|PutSnapshotBlock)$/,
  'AWS::RDS::DBCluster': /^rds-data:/,
  'AWS::AppSync::GraphQLApi': /^appsync:GraphQL$/,
  'AWS::SSMMessages::ControlChannel': /^ssmmessages:/,
  'AWS::Bedrock::AgentAlias': /^bedrock:InvokeAgent$/,
};

/**
 * Rights whose use makes no event of its own: the protocol is not the API of AWS, or the use shows in the event of another
 * call (a passed role in that of `RunInstances`).
 */
export const withoutEvent =
  /^(iam:PassRole|rds-db:connect|execute-api:Invoke|elasticfilesystem:Client\w+|es:ESHttp\w+|aoss:APIAccessAll|neptune-db:\w+|kafka-cluster:\w+|dax:\w+|iot:(Connect|Publish|Subscribe|Receive)|logs:PutLogEvents|events:PutEvents|firehose:PutRecord(Batch)?)$/;

/** Calls that only read; trails can leave them out. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html#read-write-events-mgmt */
export const readingCall =
  /:(Get(?!FederationToken|SessionToken)|List|Describe|BatchGet|Search|Lookup|Head|Query|Scan|Select|View|Filter|AssumeRole|Simulate|Preview)/;

/** Events that are called otherwise than the IAM action. Lambda puts a version behind most names. */
export const eventNames: Readonly<Record<string, string>> = {
  's3:PutLifecycleConfiguration': 'PutBucketLifecycle',
  's3:PutReplicationConfiguration': 'PutBucketReplication',
  's3:PutEncryptionConfiguration': 'PutBucketEncryption',
  's3:PutBucketPublicAccessBlock': 'PutBucketPublicAccessBlock',
  's3:ListBucket': 'ListObjects',
  'lambda:InvokeFunction': 'Invoke',
};

/** Services whose calls are made once for the account, whatever the region; their events are in us-east-1. */
export const globalServices: ReadonlySet<string> = new Set(['iam', 'sts', 'organizations', 'cloudfront', 'route53']);

/** Sources whose many events a trail may leave out. */
export const leavableSources: Readonly<Record<string, string>> = {
  kms: 'kms.amazonaws.com',
  'rds-data': 'rdsdata.amazonaws.com',
};
