import type { DataHolding, EncryptionAtRest, Recovery, SecretInClear } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { EncryptionInTransit, Endpoint } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, possibleMembers, within, word } from '../../answer.ts';
import { listFact } from '../../combine-facts.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { engineSoftware } from '../../engine-software.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { joinSecrets, secretProperty } from '../../secret-in-clear.ts';

export default defineService({
  type: 'AWS::AmazonMQ::Broker',
  title: 'message broker',
  element: 'data-store',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amazonmq-broker.html',
  facts: {
    placement: placementOf,
    runsAs: notApplicable('brokers act as nobody'),
    endpoints: endpointsOf,
    encryptionAtRest: storageOf,
    encryptionInTransit: () => byDefault<EncryptionInTransit>({ state: 'required', minimumTls: '1.2' }),
    logging: logsOf,
    recovery: recoveryOf,
    secretsInClear: secrets,
    software: (view) => engineSoftware(view, { engine: engineOf(view), version: 'EngineVersion' }),
    resourcePolicy: notApplicable('brokers have no resource policies'),
  },
  structure: {
    holds: () => byDefault<DataHolding>({ what: 'messages', confidentiality: 2, integrity: 2, availability: 2 }),
    settings: (view) => given({ autoMinorUpgrade: flag(view, 'AutoMinorVersionUpgrade', false) }),
  },
  ignored: {
    AuthenticationStrategy: 'users of its own or of a directory: both have passwords',
    DataReplicationMode: 'a copy in another region, which is a broker of its own',
    DataReplicationPrimaryBrokerArn: 'the broker that it copies',
  },
});

/**
 * A public broker of RabbitMQ stands in a network of the service, where no security group of the customer is: "Broker with
 * [publiclyAccessible] set to true does not support specifying [securityGroups]". Everything else stands in the customer's.
 * https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-basic-elements.html
 */
function placementOf(view: ResourceView): Fact<Placement> {
  const isPublic = flag(view, 'PubliclyAccessible', false);
  const inside: Placement = {
    zone: 'vpc',
    subnets: guardedMembers(view, 'SubnetIds'),
    securityGroups: guardedMembers(view, 'SecurityGroups'),
    publicAddress: mapFact(isPublic, (is) => (is ? 'yes' : 'no')),
  };
  const outside: Placement = { zone: 'region', subnets: [], securityGroups: [], publicAddress: given('yes') };
  return bindFact(engineOf(view), (engine) =>
    engine === 'rabbitmq' ? mapFact(isPublic, (is) => (is ? outside : inside)) : given(inside),
  );
}

function engineOf(view: ResourceView): Fact<string> {
  return mapFact(word(view, 'EngineType', 'ACTIVEMQ'), (engine) => engine.toLowerCase());
}

/** The web console last. https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/broker-architecture.html */
const protocols: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  rabbitmq: [
    ['amqp', 5671],
    ['https', 443],
  ],
  activemq: [
    ['openwire', 61617],
    ['amqp', 5671],
    ['stomp', 61614],
    ['mqtt', 8883],
    ['wss', 61619],
    ['https', 8162],
  ],
};

/** Every protocol is offered over TLS alone: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/data-protection.html */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  const isPublic = flag(view, 'PubliclyAccessible', false);
  return mapFact(engineOf(view), (engine): readonly Endpoint[] =>
    (protocols[engine] ?? []).map(([protocol, port]) => ({
      protocol,
      port,
      authentication: byDefault('password'),
      audience: engine === 'rabbitmq' ? mapFact(isPublic, (is) => (is ? 'internet' : 'network')) : byDefault('network'),
      encrypted: byDefault('required'),
      origin: view.origin('PubliclyAccessible'),
    })),
  );
}

/** A key that AWS owns unless it is told otherwise, then one that AWS manages or one of the customer. */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(flag(view, 'EncryptionOptions.UseAwsOwnedKey', true), (owned) =>
    owned
      ? byDefault<EncryptionAtRest>({ by: 'aws-owned-key' })
      : encryptedBy(view, 'EncryptionOptions.KmsKeyId', 'aws-managed-key'),
  );
}

/** RabbitMQ has no audit log: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html */
function logsOf(view: ResourceView): Fact<readonly LogSource[]> {
  const log = (what: LogSource['what'], name: string, path: string) =>
    mapFact(flag(view, path, false), (on): LogSource => ({ what, name, on }));
  const general = log('execution', 'general', 'Logs.General');
  return bindFact(engineOf(view), (engine) =>
    listFact(engine === 'rabbitmq' ? [general] : [general, log('audit', 'audit', 'Logs.Audit')]),
  );
}

/** One instance stands in one zone; a pair or a cluster in several. */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  return mapFact(
    word(view, 'DeploymentMode', 'SINGLE_INSTANCE'),
    (mode): Recovery => ({
      backups: 'unsupported',
      deletionProtection: 'unsupported',
      zones: mode === 'SINGLE_INSTANCE' ? 'one' : 'many',
    }),
  );
}

function secrets(view: ResourceView): Fact<readonly SecretInClear[]> {
  return joinSecrets(possibleMembers(view, 'Users').map((user) => secretProperty(within(view, user), 'Password')));
}
