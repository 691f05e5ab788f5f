import type { Grants } from '../execution-role.ts';
import { noGrants } from '../execution-role.ts';
import { diagnose } from '../expansion.ts';
import { entryOf, fieldOf, isNull, textAt } from '../fields.ts';
import type { Made, MadeObject } from '../made.ts';
import { managedPolicyArn } from '../managed-policy-arn.ts';
import { type EventSource, type FunctionEvent, putForEvent } from './event-source.ts';
import {
  brokerPolicy,
  documentDatabasePolicy,
  kafkaPolicy,
  registryStatements,
  secretStatements,
} from './event-source-access.ts';

/** Properties that an event source mapping has under the same name. */
const sameName = [
  'BatchSize',
  'BisectBatchOnFunctionError',
  'Enabled',
  'FilterCriteria',
  'FunctionResponseTypes',
  'KmsKeyArn',
  'MaximumBatchingWindowInSeconds',
  'MaximumRecordAgeInSeconds',
  'MaximumRetryAttempts',
  'MetricsConfig',
  'LoggingConfig',
  'ParallelizationFactor',
  'ProvisionedPollerConfig',
  'Queues',
  'ScalingConfig',
  'SourceAccessConfigurations',
  'StartingPosition',
  'StartingPositionTimestamp',
  'Topics',
  'TumblingWindowInSeconds',
] as const;

/** How one kind of source becomes an event source mapping. */
interface SourceKind {
  /** The property with the source's ARN. */
  readonly source?: string;
  /** AWS-managed policy that lets the function read the source. */
  readonly managed?: string;
  readonly special?: (event: EventSource) => MadeObject;
  readonly policies?: (event: EventSource) => readonly Made[];
}

const kinds: Readonly<Record<string, SourceKind>> = {
  Kinesis: { source: 'Stream', managed: 'AWSLambdaKinesisExecutionRole' },
  DynamoDB: { source: 'Stream', managed: 'AWSLambdaDynamoDBExecutionRole' },
  SQS: { source: 'Queue', managed: 'AWSLambdaSQSQueueExecutionRole' },
  MSK: {
    source: 'Stream',
    managed: 'AWSLambdaMSKExecutionRole',
    special: (event) => ({ AmazonManagedKafkaEventSourceConfig: consumerConfig(event) }),
    policies: (event) => {
      const Statement = [...secretStatements(event), ...registryStatements(event)];
      return Statement.length === 0 ? [] : [{ PolicyName: 'MSKExecutionRolePolicy', PolicyDocument: { Statement } }];
    },
  },
  MQ: { source: 'Broker', policies: brokerPolicy },
  SelfManagedKafka: {
    special: (event) => ({
      SelfManagedKafkaEventSourceConfig: consumerConfig(event),
      SelfManagedEventSource: {
        Endpoints: { KafkaBootstrapServers: entryOf(event.properties, 'KafkaBootstrapServers') },
      },
    }),
    policies: kafkaPolicy,
  },
  DocumentDB: {
    source: 'Cluster',
    special: ({ properties }) => ({
      DocumentDBEventSourceConfig: {
        DatabaseName: entryOf(properties, 'DatabaseName'),
        CollectionName: entryOf(properties, 'CollectionName'),
        FullDocument: entryOf(properties, 'FullDocument'),
      },
    }),
    policies: documentDatabasePolicy,
  },
};

function consumerConfig({ properties }: EventSource): Made {
  const group = entryOf(properties, 'ConsumerGroupId');
  const registry = entryOf(properties, 'SchemaRegistryConfig');
  return group === undefined && registry === undefined
    ? undefined
    : { ConsumerGroupId: group, SchemaRegistryConfig: registry };
}

/** Streams, queues, brokers and Kafka clusters that Lambda polls for a function. */
export const eventSourceMappings: Readonly<Record<string, FunctionEvent>> = Object.fromEntries(
  Object.entries(kinds).map(([type, kind]): readonly [string, FunctionEvent] => [
    type,
    (event, target) => {
      const { id, properties, expansion } = event;
      const failure = failureDestination(event);
      putForEvent(event, {
        id,
        type: 'AWS::Lambda::EventSourceMapping',
        properties: {
          ...Object.fromEntries(sameName.map((name) => [name, entryOf(properties, name)])),
          EventSourceArn: kind.source === undefined ? undefined : entryOf(properties, kind.source),
          FunctionName: target.name,
          DestinationConfig: failure.config,
          ...kind.special?.(event),
        },
      });
      checkFilters(event);
      const managed = kind.managed === undefined ? [] : [managedPolicyArn(kind.managed, expansion.settings.partition)];
      return { managed, inline: [...(kind.policies?.(event) ?? []), ...failure.grants.inline] };
    },
  ]),
);

/** What sending a record that failed takes, by the type of destination. */
const failureActions: Readonly<Record<string, string>> = {
  SQS: 'sqs:SendMessage',
  SNS: 'sns:publish',
  S3: 's3:PutObject',
};

interface Failure {
  readonly config: Made;
  readonly grants: Grants;
}

function failureDestination(event: EventSource): Failure {
  const { id, properties, owner, entry, expansion } = event;
  const failure = fieldOf(properties, 'DestinationConfig', 'OnFailure');
  const destination = entryOf(failure, 'Destination')?.value;
  if (fieldOf(properties, 'DestinationConfig') === undefined) return { config: undefined, grants: noGrants };
  if (destination === undefined) {
    const message = `event ${event.name} of ${owner.id}: DestinationConfig needs OnFailure with a Destination; add it`;
    diagnose(expansion, 'sam-missing-property', message, entry.keyOrigin);
    return { config: undefined, grants: noGrants };
  }
  const config = { OnFailure: { Destination: destination } };
  const type = textAt(failure, 'Type');
  const action = failureActions[type ?? ''];
  if (type !== undefined && type !== 'Kafka' && action === undefined) {
    const message = `event ${event.name} of ${owner.id}: the Type of its destination must be SQS, SNS, S3 or Kafka; correct it`;
    diagnose(expansion, 'sam-invalid-property', message, entry.keyOrigin);
  }
  if (action === undefined) return { config, grants: noGrants };
  const bucket = { Action: 's3:ListBucket', Effect: 'Allow', Resource: destination };
  const Statement =
    action === 's3:PutObject'
      ? [{ Action: action, Effect: 'Allow', Resource: { 'Fn::Join': ['/', [destination, '*']] } }, bucket]
      : [{ Action: action, Effect: 'Allow', Resource: destination }];
  return {
    config,
    grants: { managed: [], inline: [{ PolicyName: `${id}${type}Policy`, PolicyDocument: { Statement } }] },
  };
}

function checkFilters({ name, properties, owner, entry, expansion }: EventSource) {
  const filters = entryOf(properties, 'FilterCriteria');
  if (filters === undefined || isNull(filters.value)) return;
  const list = fieldOf(filters.value, 'Filters');
  const sound = filters.value.kind === 'mapping' && (list === undefined || list.kind !== 'scalar');
  if (sound) return;
  const message = `event ${name} of ${owner.id}: FilterCriteria must be a map with a list of Filters; correct it`;
  diagnose(expansion, 'sam-invalid-property', message, entry.keyOrigin);
}
