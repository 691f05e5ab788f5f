import { type Shape, shape } from './check-shape.ts';

const stream =
  'StartingPosition BatchSize Enabled MaximumBatchingWindowInSeconds StartingPositionTimestamp KmsKeyArn ParallelizationFactor MaximumRetryAttempts BisectBatchOnFunctionError MaximumRecordAgeInSeconds TumblingWindowInSeconds FilterCriteria MetricsConfig LoggingConfig';
const streamShape = shape({ any: `Stream DestinationConfig ${stream}`, list: 'FunctionResponseTypes' });
const kafka = 'ConsumerGroupId SchemaRegistryConfig ProvisionedPollerConfig SourceAccessConfigurations Topics';
const rule = 'Input InputPath RetryPolicy DeadLetterConfig Target State';
const ruleShape = shape({ any: `EventBusName RuleName InputTransformer ${rule}`, map: 'Pattern' });

/**
 * What the events of functions and state machines may have, by their type.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
 */
export const eventShapes: Readonly<Record<string, Shape>> = {
  AlexaSkill: shape({ text: 'SkillId' }),
  Api: shape({
    any: 'RestApiId RequestParameters TimeoutInMillis ResponseTransferMode Stage UnescapeMappingTemplate',
    map: 'Auth RequestModel',
    text: 'Path Method',
  }),
  HttpApi: shape({ any: 'ApiId Path Method PayloadFormatVersion TimeoutInMillis Stage', map: 'Auth RouteSettings' }),
  CloudWatchEvent: ruleShape,
  EventBridgeRule: ruleShape,
  CloudWatchLogs: shape({ text: 'LogGroupName FilterPattern' }),
  Cognito: shape({ any: 'UserPool Trigger' }),
  DocumentDB: shape({
    any: `Cluster DatabaseName CollectionName FullDocument SourceAccessConfigurations SecretsManagerKmsKeyId ${stream}`,
  }),
  DynamoDB: streamShape,
  Kinesis: streamShape,
  IoTRule: shape({ text: 'Sql AwsIotSqlVersion' }),
  MQ: shape({ any: `Broker Queues SourceAccessConfigurations SecretsManagerKmsKeyId DynamicPolicyName ${stream}` }),
  MSK: shape({ any: `Stream DestinationConfig ${kafka} ${stream} FunctionResponseTypes` }),
  SelfManagedKafka: shape({ any: `KafkaBootstrapServers DestinationConfig ${kafka} ${stream} FunctionResponseTypes` }),
  S3: shape({ any: 'Bucket Events', map: 'Filter' }),
  SNS: shape({ any: 'Topic Region SqsSubscription FilterPolicy FilterPolicyScope RedrivePolicy' }),
  SQS: shape({ any: `Queue ScalingConfig ProvisionedPollerConfig FunctionResponseTypes ${stream}` }),
  Schedule: shape({ any: `Enabled Name Description ${rule}`, text: 'Schedule' }),
  ScheduleV2: shape({
    any: 'ScheduleExpression ScheduleExpressionTimezone Name Description State StartDate EndDate GroupName KmsKeyArn PermissionsBoundary RoleArn DeadLetterConfig RetryPolicy Input FlexibleTimeWindow OmitName',
  }),
};

export const requiredByEvents: Readonly<Record<string, readonly string[]>> = {
  Api: ['Path', 'Method'],
  CloudWatchEvent: ['Pattern'],
  EventBridgeRule: ['Pattern'],
  CloudWatchLogs: ['LogGroupName', 'FilterPattern'],
  Cognito: ['UserPool', 'Trigger'],
  DocumentDB: ['Cluster', 'DatabaseName', 'SourceAccessConfigurations'],
  DynamoDB: ['Stream', 'StartingPosition'],
  Kinesis: ['Stream', 'StartingPosition'],
  IoTRule: ['Sql'],
  MQ: ['Broker', 'Queues', 'SourceAccessConfigurations'],
  MSK: ['Stream', 'StartingPosition', 'Topics'],
  SelfManagedKafka: ['KafkaBootstrapServers', 'Topics', 'SourceAccessConfigurations'],
  S3: ['Bucket', 'Events'],
  SNS: ['Topic'],
  SQS: ['Queue'],
  Schedule: ['Schedule'],
  ScheduleV2: ['ScheduleExpression'],
};
