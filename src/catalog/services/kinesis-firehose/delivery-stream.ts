import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { Forward } from '../../../model/entry.ts';
import { byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { textKey } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { flag, word } from '../../answer.ts';
import { apiTransport, throughApi } from '../../aws-api.ts';
import { anyTrue } from '../../combine-facts.ts';
import { keyKind } from '../../encryption-key.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { ifGiven } from '../../if-given.ts';
import { joinSecrets, secretProperty } from '../../secret-in-clear.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';
import { destinationFlows, destinationKinds, joinPath } from './destinations.ts';

export default defineService({
  type: 'AWS::KinesisFirehose::DeliveryStream',
  title: 'Firehose delivery stream',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html',
  facts: {
    placement,
    runsAs,
    endpoints: throughApi,
    encryptionAtRest,
    encryptionInTransit: apiTransport,
    logging,
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: (view) =>
      joinSecrets(
        destinationKinds.flatMap(({ property, secret }) =>
          secret === undefined ? [] : [secretProperty(view, joinPath(property, secret))],
        ),
      ),
    software: notApplicable('Firehose runs no software that the customer chooses'),
    resourcePolicy: notApplicable('delivery streams have no policies of their own'),
  },
  structure: { forwards },
  ignored: {},
});

const inVpc = [
  'ElasticsearchDestinationConfiguration',
  'AmazonopensearchserviceDestinationConfiguration',
  'AmazonOpenSearchServerlessDestinationConfiguration',
];

/** Stands in the region; to reach a search domain in a VPC it has interfaces there. */
function placement(view: ResourceView): Fact<Placement> {
  const subnets = inVpc.flatMap((property) => guardedMembers(view, `${property}.VpcConfiguration.SubnetIds`));
  const securityGroups = inVpc.flatMap((property) =>
    guardedMembers(view, `${property}.VpcConfiguration.SecurityGroupIds`),
  );
  const publicAddress = byDefault('no' as const);
  return subnets.length === 0
    ? byDefault<Placement>({ zone: 'region', subnets, securityGroups: [], publicAddress })
    : given<Placement>({ zone: 'vpc', subnets, securityGroups, publicAddress });
}

/** Roles of the source and of the destinations, each told once. */
function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  const paths = [
    'KinesisStreamSourceConfiguration.RoleARN',
    'MSKSourceConfiguration.AuthenticationConfiguration.RoleARN',
    ...destinationKinds.map(({ property }) => `${property}.RoleARN`),
  ];
  const byName = new Map<string, Value>();
  for (const role of paths.flatMap((path) => view.read(path) ?? [])) byName.set(textKey(textOf(role) ?? []), role);
  const roles = [...byName.values()].map(
    (role): RunsAs => ({ role, purpose: 'service', service: 'firehose.amazonaws.com' }),
  );
  return roles.length === 0 ? byDefault<readonly RunsAs[]>([], [view.origin()]) : given(roles);
}

/**
 * Records wait here only when they are put directly; those of a data stream or a topic of Kafka are kept by the source.
 * https://docs.aws.amazon.com/firehose/latest/dev/encryption.html
 */
function encryptionAtRest(view: ResourceView): Fact<EncryptionAtRest> {
  const direct = word(view, 'DeliveryStreamType', 'DirectPut');
  if (direct.kind === 'known' && direct.value !== 'DirectPut')
    return notApplicable('records are kept by the source that it reads from');
  const input = 'DeliveryStreamEncryptionConfigurationInput';
  return ifGiven<EncryptionAtRest>(view, `${input}.KeyARN`, {
    whenGiven: (key) => given(keyKind(key)),
    otherwise: () =>
      mapFact(
        word(view, `${input}.KeyType`, ''),
        (type): EncryptionAtRest => ({ by: type === 'AWS_OWNED_CMK' ? 'aws-owned-key' : 'none' }),
      ),
  });
}

/** Failed deliveries are logged where a destination says so. */
function logging(view: ResourceView): Fact<readonly LogSource[]> {
  const on = destinationKinds.map(({ property }) => flag(view, `${property}.CloudWatchLoggingOptions.Enabled`, false));
  return mapFact(anyTrue(on), (enabled): readonly LogSource[] => [{ what: 'execution', on: enabled }]);
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  return flowsOf(view, [...sources(view), ...destinationFlows(view)]);
}

/** It fetches records itself from a data stream or a Kafka cluster. */
function sources(view: ResourceView): readonly Forward[] {
  const because = `${view.resource.address} reads its records from there`;
  return [
    ...statedFlow(view.read('KinesisStreamSourceConfiguration.KinesisStreamARN'), { kind: 'data', because }),
    ...statedFlow(view.read('MSKSourceConfiguration.MSKClusterARN'), {
      kind: 'data',
      because,
      protocol: 'kafka',
      port: 9098,
    }),
  ];
}
