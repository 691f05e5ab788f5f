/** What a connector allows, and how. Texts use `<Arn>` and the like for the ends of the connection. */
export type Profile =
  /** A policy on the role of the source. */
  | { readonly kind: 'source-role'; readonly access: Access }
  /** A policy on the role of the destination. */
  | { readonly kind: 'destination-role'; readonly access: Access }
  /** A permission on the function that is the destination. */
  | { readonly kind: 'lambda-permission'; readonly principal: string; readonly source: string; readonly account?: true }
  | { readonly kind: 'topic-policy' | 'queue-policy'; readonly principal: string };

export type Permission = 'Read' | 'Write';

/** Statements by permission; a permission that is missing cannot be asked for. */
export interface Access {
  readonly Read?: readonly Grant[];
  readonly Write?: readonly Grant[];
  /** `Write` is given together with `Read` only. */
  readonly together?: true;
}

export interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

function grant(service: string, actions: string, ...resources: readonly string[]): Grant {
  return { actions: actions.split(' ').map((action) => `${service}:${action}`), resources };
}

const destination = '<DestinationArn>';
const executions = 'arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<DestinationName>:*';
const eventsRule =
  'arn:<AWS::Partition>:events:<AWS::Region>:<AWS::AccountId>:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule';

const table: Access = {
  Read: [
    grant(
      'dynamodb',
      'GetItem Query Scan BatchGetItem ConditionCheckItem PartiQLSelect',
      destination,
      `${destination}/index/*`,
    ),
  ],
  Write: [
    grant(
      'dynamodb',
      'PutItem UpdateItem DeleteItem BatchWriteItem PartiQLDelete PartiQLInsert PartiQLUpdate',
      destination,
      `${destination}/index/*`,
    ),
  ],
};

const bucket: Access = {
  Read: [
    grant(
      's3',
      'GetObject GetObjectAcl GetObjectLegalHold GetObjectRetention GetObjectTorrent GetObjectVersion GetObjectVersionAcl GetObjectVersionForReplication GetObjectVersionTorrent ListBucket ListBucketMultipartUploads ListBucketVersions ListMultipartUploadParts',
      destination,
      `${destination}/*`,
    ),
  ],
  Write: [
    grant(
      's3',
      'AbortMultipartUpload DeleteObject DeleteObjectVersion PutObject PutObjectLegalHold PutObjectRetention RestoreObject',
      destination,
      `${destination}/*`,
    ),
  ],
};

const write = (service: string, actions: string, ...resources: readonly string[]): Access => ({
  Write: [grant(service, actions, ...resources)],
});
const bus = write('events', 'PutEvents', destination);
const invoke = write('lambda', 'InvokeAsync InvokeFunction', destination);
const topic = write('sns', 'Publish', destination);

const stateMachine: Access = {
  Read: [
    grant('states', 'DescribeStateMachine ListExecutions', destination),
    grant('states', 'DescribeExecution DescribeStateMachineForExecution GetExecutionHistory', executions),
  ],
  Write: [
    grant('states', 'StartExecution StartSyncExecution', destination),
    grant('states', 'StopExecution', executions),
  ],
};

const fromRole = (access: Access): Profile => ({ kind: 'source-role', access });

const api: Profile = {
  kind: 'lambda-permission',
  principal: 'apigateway.amazonaws.com',
  source: 'arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<SourceResourceId>/<SourceQualifier>',
};

const graphApi: Profile = {
  kind: 'lambda-permission',
  principal: 'appsync.amazonaws.com',
  source: 'arn:<AWS::Partition>:appsync:<AWS::Region>:<AWS::AccountId>:apis/<SourceResourceId>',
};

const calls = (principal: string): Profile => ({ kind: 'lambda-permission', principal, source: '<SourceArn>' });

/**
 * The connections that connectors know: source, destination, profile.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html
 */
export const profiles: Readonly<Record<string, Readonly<Record<string, Profile>>>> = {
  'AWS::ApiGateway::RestApi': { 'AWS::Lambda::Function': api },
  'AWS::ApiGatewayV2::Api': { 'AWS::Lambda::Function': api },
  'AWS::AppSync::DataSource': {
    'AWS::DynamoDB::Table': fromRole(table),
    'AWS::Events::EventBus': fromRole(bus),
    'AWS::Lambda::Function': fromRole(write('lambda', 'InvokeAsync InvokeFunction', destination, `${destination}:*`)),
  },
  'AWS::AppSync::GraphQLApi': { 'AWS::Lambda::Function': graphApi },
  'AWS::DynamoDB::Table': {
    'AWS::Lambda::Function': {
      kind: 'destination-role',
      access: {
        Read: [grant('dynamodb', 'DescribeStream GetRecords GetShardIterator ListStreams', '<SourceArn>/stream/*')],
      },
    },
  },
  'AWS::Events::Rule': {
    'AWS::Events::EventBus': fromRole(bus),
    'AWS::Lambda::Function': calls('events.amazonaws.com'),
    'AWS::SNS::Topic': { kind: 'topic-policy', principal: 'events.amazonaws.com' },
    'AWS::SQS::Queue': { kind: 'queue-policy', principal: 'events.amazonaws.com' },
    'AWS::StepFunctions::StateMachine': fromRole(write('states', 'StartExecution', destination)),
  },
  'AWS::Lambda::Function': {
    'AWS::DynamoDB::Table': fromRole(table),
    'AWS::Events::EventBus': fromRole(bus),
    'AWS::Lambda::Function': fromRole(invoke),
    'AWS::Location::PlaceIndex': fromRole({
      Read: [
        grant(
          'geo',
          'DescribePlaceIndex GetPlace SearchPlaceIndexForPosition SearchPlaceIndexForSuggestions SearchPlaceIndexForText',
          destination,
        ),
      ],
    }),
    'AWS::S3::Bucket': fromRole(bucket),
    'AWS::SNS::Topic': fromRole(topic),
    'AWS::SQS::Queue': fromRole({
      Read: [grant('sqs', 'ReceiveMessage GetQueueAttributes', destination)],
      Write: [grant('sqs', 'DeleteMessage SendMessage ChangeMessageVisibility PurgeQueue', destination)],
    }),
    'AWS::StepFunctions::StateMachine': fromRole(stateMachine),
  },
  'AWS::S3::Bucket': {
    'AWS::Lambda::Function': {
      kind: 'lambda-permission',
      principal: 's3.amazonaws.com',
      source: '<SourceArn>',
      account: true,
    },
  },
  'AWS::SNS::Topic': {
    'AWS::Lambda::Function': calls('sns.amazonaws.com'),
    'AWS::SQS::Queue': { kind: 'queue-policy', principal: 'sns.amazonaws.com' },
  },
  'AWS::SQS::Queue': {
    'AWS::Lambda::Function': {
      kind: 'destination-role',
      access: {
        Read: [grant('sqs', 'ReceiveMessage GetQueueAttributes', '<SourceArn>')],
        Write: [grant('sqs', 'DeleteMessage', '<SourceArn>')],
        together: true,
      },
    },
  },
  'AWS::StepFunctions::StateMachine': {
    'AWS::DynamoDB::Table': fromRole(table),
    'AWS::Events::EventBus': fromRole(bus),
    'AWS::Lambda::Function': fromRole(invoke),
    'AWS::S3::Bucket': fromRole(bucket),
    'AWS::SNS::Topic': fromRole(topic),
    'AWS::SQS::Queue': fromRole(write('sqs', 'SendMessage', destination)),
    'AWS::StepFunctions::StateMachine': fromRole({
      Read: [grant('states', 'DescribeExecution', executions), grant('events', 'DescribeRule', eventsRule)],
      Write: [
        grant('states', 'StartExecution', destination),
        grant('states', 'StopExecution', executions),
        grant('events', 'PutTargets PutRule', eventsRule),
      ],
    }),
  },
};

/** The CloudFormation type that a SAM type stands for at the end of a connection. */
export const plainTypes: Readonly<Record<string, string>> = {
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::GraphQLApi': 'AWS::AppSync::GraphQLApi',
};
