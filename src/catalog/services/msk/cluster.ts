import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { Authentication, EncryptionInTransit, Endpoint, Forward } from '../../../model/entry.ts';
import { allFacts, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, word } from '../../answer.ts';
import { anyTrue, listFact } from '../../combine-facts.ts';
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

function accessOf(view: ResourceView): Fact<'public' | 'private'> {
  const access = word(view, 'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type', 'DISABLED');
  return mapFact(access, (type) => (type === 'DISABLED' ? 'private' : 'public'));
}

/**
 * Public addresses only when public access is switched on, which asks for subnets with a route to an internet gateway
 * (https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html).
 */
function placementOf(view: ResourceView): Fact<Placement> {
  const access = accessOf(view);
  return given({
    zone: 'vpc',
    subnets: guardedMembers(view, 'BrokerNodeGroupInfo.ClientSubnets'),
    securityGroups: guardedMembers(view, 'BrokerNodeGroupInfo.SecurityGroups'),
    publicAddress: mapFact(access, (is) => (is === 'public' ? 'yes' : 'no')),
    ...(access.kind === 'known' && access.value === 'public' && { needsPublicSubnets: true }),
  });
}

interface Way {
  readonly path: string;
  readonly authentication: Authentication;
  readonly port: number;
  readonly publicPort: number;
}

/** Ways to sign in with the ports of each (https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html). */
const ways: readonly Way[] = [
  { path: 'Sasl.Iam.Enabled', authentication: 'iam', port: 9098, publicPort: 9198 },
  { path: 'Sasl.Scram.Enabled', authentication: 'password', port: 9096, publicPort: 9196 },
  { path: 'Tls.Enabled', authentication: 'mutual-tls', port: 9094, publicPort: 9194 },
];

const plainPort = 9092;

/** By what clients may use; any port where that is not known. */
const unsignedPorts = { required: [9094], none: [plainPort], optional: [9094, plainPort], open: [null] } as const;

/** Without any way to sign in everybody who reaches a broker is let in, though never at its public address. */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  const path = 'ClientAuthentication';
  const transit = transitOf(view);
  const way = (of: Pick<Endpoint, 'port' | 'at'>, authentication: Authentication): Endpoint => ({
    protocol: 'kafka',
    authentication: given(authentication),
    audience: byDefault('network'),
    encrypted:
      of.port === null
        ? mapFact(transit, ({ state }) => state)
        : byDefault(of.port === plainPort ? 'none' : 'required'),
    origin: view.origin(path),
    ...of,
  });
  return mapFact(
    allFacts<{
      on: readonly boolean[];
      open: boolean;
      said: boolean;
      access: string;
      state: keyof typeof unsignedPorts;
    }>({
      on: listFact(ways.map((one) => flag(view, `${path}.${one.path}`, false))),
      open: flag(view, `${path}.Unauthenticated.Enabled`, false),
      said: stated(view, path),
      access: accessOf(view),
      state: transit.kind === 'unknown' ? given('open') : mapFact(transit, ({ state }) => state),
    }),
    ({ on, open, access, state }) => {
      const signed = ways
        .filter((_, at) => on[at])
        .flatMap(({ authentication, port, publicPort }) => [
          way(access === 'public' ? { port, at: 'private-address' } : { port }, authentication),
          ...(access === 'public' ? [way({ port: publicPort, at: 'public-address' }, authentication)] : []),
        ]);
      const at = access === 'public' && ({ at: 'private-address' } as const);
      const unsigned = unsignedPorts[state].map((port) => way({ port, ...at }, 'none'));
      return open || signed.length === 0 ? [...signed, ...unsigned] : signed;
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
