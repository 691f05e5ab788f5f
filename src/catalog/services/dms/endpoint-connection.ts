import type { Authentication } from '../../../model/entry.ts';
import { bindFact, type Fact, given, mapFact, unknown } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { word } from '../../answer.ts';

/** How the replication instance connects to the data behind an endpoint. */
interface EndpointConnection {
  /** Absent when the endpoint does not say where it leads. */
  readonly to: Value | undefined;
  readonly protocol: string;
  readonly port: number | null;
  readonly encrypted: Fact<boolean>;
  readonly authentication: Authentication;
}

interface Engine {
  readonly protocol: string;
  readonly port: number | null;
  /** Paths that may say where it leads, in order. */
  readonly targets: readonly string[];
  /** Reached through the AWS API, always with TLS. */
  readonly api: boolean;
}

const api = (...targets: readonly string[]): Engine => ({ protocol: 'https', port: 443, targets, api: true });
const server = (protocol: string, port: number | null, ...more: readonly string[]): Engine => ({
  protocol,
  port,
  targets: ['ServerName', ...more],
  api: false,
});

/** Engines by name (CreateEndpoint, EngineName); ports are those of the engines when none is given. */
const engines: readonly (readonly [RegExp, Engine])[] = [
  [/^s3$/, api('S3Settings.BucketName')],
  [/^dynamodb$/, api()],
  [/^kinesis$/, api('KinesisSettings.StreamArn')],
  [/^(elasticsearch|opensearch)$/, api('ElasticsearchSettings.EndpointUri')],
  [/^neptune$/, server('gremlin', 8182)],
  [/^kafka$/, { ...server('kafka', 9092), targets: ['KafkaSettings.Broker'] }],
  [/^redis$/, { ...server('redis', 6379), targets: ['RedisSettings.ServerName', 'ServerName'] }],
  [/postgres/, server('postgres', 5432)],
  [/^(mysql|mariadb|aurora|aurora-serverless)$/, server('mysql', 3306)],
  [/^oracle$/, server('oracle', 1521)],
  [/^sqlserver/, server('sqlserver', 1433)],
  [/^(mongodb|docdb)$/, server('mongodb', 27017, 'MongoDbSettings.ServerName', 'DocDbSettings.ServerName')],
  [/^redshift/, server('redshift', 5439)],
];

function engineOf(name: string): Engine {
  return engines.find(([pattern]) => pattern.test(name))?.[1] ?? server(name, null);
}

/** The engine's name in lower case; names are written either way. */
function endpointEngine(endpoint: ResourceView): string {
  const name = endpoint.read('EngineName');
  return (literalOf((name === undefined ? undefined : textOf(name)) ?? []) ?? '').toLowerCase();
}

/** Where the endpoint leads and how the connection is made. */
export function connectionOf(endpoint: ResourceView): EndpointConnection {
  const engine = engineOf(endpointEngine(endpoint));
  const to = engine.targets.map((path) => endpoint.read(path)).find((value) => value !== undefined);
  const port = endpoint.read('Port');
  const literal = literalOf((port === undefined ? undefined : textOf(port)) ?? []);
  return {
    to,
    protocol: engine.protocol,
    port: literal === undefined || literal === '' ? engine.port : Number(literal),
    encrypted: connectionEncrypted(endpoint),
    authentication: engine.api ? 'iam' : 'password',
  };
}

/** Without `SslMode` the connection is not encrypted (CreateEndpoint, SslMode: the default is none). */
export function connectionEncrypted(endpoint: ResourceView): Fact<boolean> {
  const engine = endpointEngine(endpoint);
  if (engineOf(engine).api) return given(true);
  if (engine === 'kafka') return kafkaEncrypted(endpoint);
  if (engine === 'redis')
    return mapFact(
      word(endpoint, 'RedisSettings.SslSecurityProtocol', 'ssl-encryption'),
      (mode) => mode !== 'plaintext',
    );
  return mapFact(word(endpoint, 'SslMode', 'none'), (mode) => mode !== 'none');
}

function kafkaEncrypted(endpoint: ResourceView): Fact<boolean> {
  return bindFact(word(endpoint, 'KafkaSettings.SecurityProtocol', ''), (protocol) => {
    if (protocol === '') return unknown('the broker decides', `SecurityProtocol of ${endpoint.resource.address}`);
    return given(/ssl/i.test(protocol));
  });
}
