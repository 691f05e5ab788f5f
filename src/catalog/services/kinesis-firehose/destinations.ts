import type { Forward } from '../../../model/entry.ts';
import { type Fact, unknown } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { within } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { type StatedFlow, statedFlow } from '../../stated-flow.ts';

/** One kind of destination of a delivery stream: the property that holds it, and where in it the other end stands. */
interface DestinationKind {
  readonly property: string;
  /** Path of the receiver, from the property; absent when it is the bucket itself. */
  readonly receiver?: string;
  readonly flow?: Omit<StatedFlow, 'because'>;
  /** Path of a credential that stands there in clear when it is a literal. */
  readonly secret?: string;
  /** Paths of the bucket for all, or for what failed. */
  readonly buckets: readonly string[];
}

const toApi = { kind: 'data' } as const;

/** https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html */
export const destinationKinds: readonly DestinationKind[] = [
  { property: 'S3DestinationConfiguration', buckets: [''] },
  { property: 'ExtendedS3DestinationConfiguration', buckets: ['', 'S3BackupConfiguration'] },
  {
    property: 'RedshiftDestinationConfiguration',
    receiver: 'ClusterJDBCURL',
    // Whether the cluster demands TLS is its own parameter.
    flow: { ...toApi, protocol: 'redshift', port: 5439, authentication: 'password', encrypted: clientDecides() },
    secret: 'Password',
    buckets: ['S3Configuration', 'S3BackupConfiguration'],
  },
  {
    property: 'ElasticsearchDestinationConfiguration',
    receiver: 'DomainARN',
    flow: toApi,
    buckets: ['S3Configuration'],
  },
  {
    property: 'AmazonopensearchserviceDestinationConfiguration',
    receiver: 'DomainARN',
    flow: toApi,
    buckets: ['S3Configuration'],
  },
  {
    property: 'AmazonOpenSearchServerlessDestinationConfiguration',
    receiver: 'CollectionEndpoint',
    flow: toApi,
    buckets: ['S3Configuration'],
  },
  {
    property: 'HttpEndpointDestinationConfiguration',
    receiver: 'EndpointConfiguration.Url',
    // Only HTTPS URLs are taken: https://docs.aws.amazon.com/firehose/latest/APIReference/API_HttpEndpointConfiguration.html
    flow: { ...toApi, authentication: 'api-key' },
    secret: 'EndpointConfiguration.AccessKey',
    buckets: ['S3Configuration'],
  },
  {
    property: 'SplunkDestinationConfiguration',
    receiver: 'HECEndpoint',
    flow: { ...toApi, authentication: 'api-key' },
    secret: 'HECToken',
    buckets: ['S3Configuration'],
  },
  {
    property: 'SnowflakeDestinationConfiguration',
    receiver: 'AccountUrl',
    flow: { ...toApi, authentication: 'signed' },
    secret: 'PrivateKey',
    buckets: ['S3Configuration'],
  },
  { property: 'IcebergDestinationConfiguration', buckets: ['S3Configuration'] },
];

function clientDecides(): Fact<boolean> {
  return unknown('the cluster decides whether it demands TLS', 'parameter require_ssl of the cluster');
}

/** All flows that destinations state: to the receiver, to buckets, through the function that changes records, to the log. */
export function destinationFlows(view: ResourceView): readonly Forward[] {
  return destinationKinds.flatMap((kind) => flowsOfKind(view, kind));
}

function flowsOfKind(view: ResourceView, kind: DestinationKind): readonly Forward[] {
  const name = view.resource.address;
  const receiver = kind.receiver === undefined ? undefined : view.read(`${kind.property}.${kind.receiver}`);
  const buckets = kind.buckets.map((part) => view.read(joinPath(kind.property, part, 'BucketARN')));
  const { cloudWatchLog, functions } = besides(view, kind.property);
  return [
    ...statedFlow(receiver, { kind: 'data', ...kind.flow, because: `${name} delivers records there` }),
    ...buckets.flatMap((to) => statedFlow(to, { kind: 'data', because: `${name} writes records there` })),
    ...functions.flatMap((to) => statedFlow(to, { kind: 'invoke', because: `${name} has records changed by it` })),
    ...statedFlow(cloudWatchLog, { kind: 'log', because: `${name} logs failed deliveries there` }),
  ];
}

function besides(view: ResourceView, property: string) {
  const processors = guardedMembers(view, `${property}.ProcessingConfiguration.Processors`);
  const functions = processors.flatMap((processor) =>
    guardedMembers(within(view, processor), 'Parameters').flatMap((parameter): readonly Value[] => {
      const part = within(view, parameter);
      const value = part.read('ParameterValue');
      return value !== undefined && literalName(part) === 'LambdaArn' ? [value] : [];
    }),
  );
  return { cloudWatchLog: view.read(`${property}.CloudWatchLoggingOptions.LogGroupName`), functions };
}

function literalName(parameter: ResourceView): string | undefined {
  const name = parameter.read('ParameterName');
  return name === undefined ? undefined : literalOf(textOf(name) ?? []);
}

/** Path of a property inside a destination; the empty part is the destination itself. */
export function joinPath(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('.');
}
