import type {
  Authentication,
  EncryptionInTransit,
  Endpoint,
  Forward,
  LogSource,
  Placement,
} from '../../../model/dimension.ts';
import { allFacts, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, word } from '../../answer.ts';
import { anyTrue } from '../../combine-facts.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { engineSoftware } from '../../engine-software.ts';
import { stated } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

const LOGS = 'LoggingInfo.BrokerLogs';

export default defineService({
  type: 'AWS::MSK::Cluster',
  title: 'MSK cluster',
  element: 'data-store',
  service: 'container',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-msk-cluster.html',
  facts: {
    placement: placementOf,
    runsAs: notApplicable('brokers act as nobody'),
    endpoints: endpointsOf,
    // MSK always encrypts at rest (https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html).
    encryptionAtRest: (view) =>
      encryptedBy(view, 'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId', 'aws-managed-key'),
    encryptionInTransit: transitOf,
    logging: logsOf,
    recovery: () => byDefault({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('a cluster has no property that takes a secret'),
    software: (view) => engineSoftware(view, { engine: given('kafka'), version: 'KafkaVersion' }),
    resourcePolicy: notApplicable('the cluster policy is a resource of its own'),
  },
  structure: {
    holds: () => byDefault({ what: 'messages', confidentiality: 3, integrity: 2, availability: 2 }),
    forwards,
    settings: (view) =>
      given({ encryptedBetweenNodes: flag(view, 'EncryptionInfo.EncryptionInTransit.InCluster', true) }),
  },
  ignored: {},
});

/** Public addresses only when public access is switched on (ConnectivityInfo). */
function placementOf(view: ResourceView): Fact<Placement> {
  const access = word(view, 'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type', 'DISABLED');
  return given({
    zone: 'vpc',
    subnets: guardedMembers(view, 'BrokerNodeGroupInfo.ClientSubnets'),
    securityGroups: guardedMembers(view, 'BrokerNodeGroupInfo.SecurityGroups'),
    publicAddress: mapFact(access, (type) => (type === 'DISABLED' ? 'no' : 'yes')),
  });
}

/** Ways to sign in with the port of each (https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html). */
const ways: readonly { readonly path: string; readonly authentication: Authentication; readonly port: number }[] = [
  { path: 'Sasl.Iam.Enabled', authentication: 'iam', port: 9098 },
  { path: 'Sasl.Scram.Enabled', authentication: 'password', port: 9096 },
  { path: 'Tls.Enabled', authentication: 'mutual-tls', port: 9094 },
];

/** Without any way to sign in everybody who reaches a broker is let in. */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  const encrypted = mapFact(transitOf(view), ({ state }) => state);
  const way = (authentication: Authentication, port: number): Endpoint => ({
    protocol: 'kafka',
    port,
    authentication: given(authentication),
    audience: byDefault('network'),
    encrypted,
    origin: view.origin('ClientAuthentication'),
  });
  const path = 'ClientAuthentication';
  return mapFact(
    allFacts<{ iam: boolean; scram: boolean; tls: boolean; open: boolean; said: boolean }>({
      iam: flag(view, `${path}.Sasl.Iam.Enabled`, false),
      scram: flag(view, `${path}.Sasl.Scram.Enabled`, false),
      tls: flag(view, `${path}.Tls.Enabled`, false),
      open: flag(view, `${path}.Unauthenticated.Enabled`, false),
      said: stated(view, path),
    }),
    ({ iam, scram, tls, open }) => {
      const on = [iam, scram, tls];
      const signed = ways.filter((_, at) => on[at]).map(({ authentication, port }) => way(authentication, port));
      return open || signed.length === 0 ? [...signed, way('none', 9094)] : signed;
    },
  );
}

/** TLS between clients and brokers unless plain text is allowed (EncryptionInTransit, ClientBroker). */
function transitOf(view: ResourceView): Fact<EncryptionInTransit> {
  return mapFact(word(view, 'EncryptionInfo.EncryptionInTransit.ClientBroker', 'TLS'), (mode): EncryptionInTransit => {
    if (mode === 'PLAINTEXT') return { state: 'none' };
    return { state: mode === 'TLS' ? 'required' : 'optional' };
  });
}

const destinations = ['CloudWatchLogs', 'Firehose', 'S3'] as const;

function logsOf(view: ResourceView): Fact<readonly LogSource[]> {
  const on = anyTrue(destinations.map((name) => flag(view, `${LOGS}.${name}.Enabled`, false)));
  return mapFact(on, (enabled): readonly LogSource[] => [{ what: 'execution', on: enabled }]);
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `brokers of ${view.resource.address} log there`;
  const targets = ['CloudWatchLogs.LogGroup', 'Firehose.DeliveryStream', 'S3.Bucket'];
  return flowsOf(
    view,
    targets.flatMap((path) => statedFlow(view.read(`${LOGS}.${path}`), { kind: 'log', because })),
  );
}
