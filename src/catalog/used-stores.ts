import type { Authentication, EncryptionInTransit, Forward } from '../model/entry.ts';
import { bindFact, type Fact, given, unknown } from '../model/fact.ts';
import type { ResourceView } from '../model/service.ts';
import { literalOf } from '../model/text.ts';
import { textOf, type Value } from '../model/value.ts';
import { flag, optionsOf, quantity } from './answer.ts';
import { enginePort } from './data/engine-ports.ts';
import { ownReference } from './own-reference.ts';
import { clusterParameters, databaseTransit, instanceParameters } from './services/rds/database-answers.ts';
import { singleReferences } from './single-references.ts';

/** How code talks to a resource of a type that it was given the name or address of. */
interface Use {
  readonly kind: Forward['kind'];
  readonly protocol: string;
  /** Port of the documentation, and the property that may change it. */
  readonly port: number;
  readonly portProperty?: string;
  /** The property that names the engine, which decides protocol and port. */
  readonly engineProperty?: string;
  /** `api`: AWS's own HTTPS endpoints. A function reads the answer from the resource; absent: the client decides. */
  readonly encrypted: 'api' | 'client' | ((store: ResourceView) => Fact<boolean>);
  readonly authentication: Authentication;
}

const api = (kind: Forward['kind']): Use => ({
  kind,
  protocol: 'https',
  port: 443,
  encrypted: 'api',
  authentication: 'iam',
});

/** A cache encrypts connections only when it was made so. */
const cache: Use = {
  kind: 'data',
  protocol: 'redis',
  port: 6379,
  portProperty: 'Port',
  engineProperty: 'Engine',
  encrypted: (store) => flag(store, 'TransitEncryptionEnabled', false),
  authentication: 'network',
};

const uses: Readonly<Record<string, Use>> = {
  'AWS::S3::Bucket': api('data'),
  'AWS::DynamoDB::Table': api('data'),
  'AWS::DynamoDB::GlobalTable': api('data'),
  'AWS::SQS::Queue': api('data'),
  'AWS::SNS::Topic': api('event'),
  'AWS::Kinesis::Stream': api('data'),
  'AWS::KinesisFirehose::DeliveryStream': api('data'),
  'AWS::Events::EventBus': api('event'),
  'AWS::StepFunctions::StateMachine': api('invoke'),
  'AWS::Lambda::Function': api('invoke'),
  'AWS::SecretsManager::Secret': api('secret'),
  'AWS::SSM::Parameter': api('data'),
  'AWS::OpenSearchService::Domain': api('data'),
  'AWS::Elasticsearch::Domain': api('data'),
  'AWS::RDS::DBInstance': {
    ...sql('sql', 3306),
    engineProperty: 'Engine',
    encrypted: (store) => forced(store, databaseTransit(store, [instanceParameters])),
  },
  'AWS::RDS::DBCluster': {
    ...sql('sql', 3306),
    engineProperty: 'Engine',
    encrypted: (store) => forced(store, databaseTransit(store, [clusterParameters])),
  },
  // Sign-in and tokens: AWS's own HTTPS endpoints, for callers whom nobody knows yet.
  'AWS::Cognito::UserPool': { ...api('request'), authentication: 'none' },
  'AWS::Redshift::Cluster': sql('redshift', 5439),
  'AWS::DocDB::DBCluster': sql('mongodb', 27017),
  'AWS::Neptune::DBCluster': { ...sql('gremlin', 8182), portProperty: 'DBPort' },
  'AWS::ElastiCache::ReplicationGroup': cache,
  'AWS::ElastiCache::CacheCluster': cache,
  'AWS::ElastiCache::ServerlessCache': { ...cache, encrypted: () => given(true) },
  'AWS::EFS::FileSystem': {
    kind: 'data',
    protocol: 'nfs',
    port: 2049,
    encrypted: 'client',
    authentication: 'network',
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    kind: 'request',
    protocol: 'http',
    port: 80,
    encrypted: 'client',
    authentication: 'none',
  },
};

function sql(protocol: string, port: number): Use {
  return { kind: 'data', protocol, port, portProperty: 'Port', encrypted: 'client', authentication: 'password' };
}

/** Types whose names, ARNs and addresses in the configuration of code say that the code uses them. */
const usableTypes: readonly string[] = Object.keys(uses);

/**
 * The flows from a workload to what its configuration names: an environment variable or user data with a `Ref`, attribute,
 * ARN or exact name of a data store, queue, topic, secret or service of the system. One flow for each thing named.
 */
export function usedStores(
  view: ResourceView,
  named: readonly { readonly name: string; readonly value: Value }[],
): readonly Forward[] {
  const found = new Map<string, Forward>();
  for (const { name, value } of named) {
    for (const { store, reference } of storesIn(view, value)) {
      const key = store.resource.id;
      if (!found.has(key)) found.set(key, forwardTo(store, reference, name));
    }
  }
  return [...found.values()];
}

function storesIn(
  view: ResourceView,
  value: Value,
): readonly { readonly store: ResourceView; readonly reference: Value }[] {
  return optionsOf(value)
    .flatMap(({ value: option }) => (option === undefined ? [] : singleReferences(option)))
    .flatMap((reference) =>
      view
        .follow(reference, usableTypes)
        .flatMap((end) =>
          end.kind === 'resource' && end.view.resource.id !== view.resource.id ? [{ store: end.view, reference }] : [],
        ),
    );
}

/** Types that code with a password opens connections to. */
export const databaseTypes: readonly string[] = usableTypes.filter((type) => isDatabase(uses[type]));

function isDatabase(use: Use | undefined): use is Use {
  return use?.kind === 'data' && /^(password|network)$/.test(use.authentication) && use.protocol !== 'nfs';
}

/** How code that knows the password of a database talks to it; undefined for types that are not talked to so. */
export function signInFlow(store: ResourceView, because: string): Forward | undefined {
  if (!isDatabase(uses[store.resource.type])) return undefined;
  return { ...forwardTo(store, ownReference(store), ''), authentication: 'password', because };
}

function forwardTo(store: ResourceView, to: Value, name: string): Forward {
  const use = useOf(store);
  const port = use.portProperty === undefined ? given(use.port) : quantity(store, use.portProperty, use.port);
  return {
    to,
    kind: use.kind,
    protocol: use.protocol,
    port: port.kind === 'known' ? port.value : null,
    encrypted: encryption(use, store),
    authentication: use.authentication,
    because: `${name} names it`,
    origin: to.origin,
  };
}

function useOf(store: ResourceView): Use {
  const use = uses[store.resource.type] ?? api('data');
  const engine = use.engineProperty === undefined ? undefined : store.read(use.engineProperty);
  const name = literalOf((engine === undefined ? undefined : textOf(engine)) ?? []);
  return { ...use, ...(name !== undefined && enginePort(name)) };
}

function encryption(use: Use, store: ResourceView): Fact<boolean> {
  if (use.encrypted === 'api') return given(true);
  return use.encrypted === 'client' ? clientDecides(store) : use.encrypted(store);
}

/** Encrypted for sure when the store refuses anything else. */
function forced(store: ResourceView, transit: Fact<EncryptionInTransit>): Fact<boolean> {
  return bindFact(transit, ({ state }) => (state === 'required' ? given(true) : clientDecides(store)));
}

function clientDecides(store: ResourceView): Fact<boolean> {
  return unknown(
    'the client decides whether it uses TLS',
    `the client's connection settings for ${store.resource.address}`,
  );
}
