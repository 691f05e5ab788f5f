import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { EncryptionInTransit, Endpoint } from '../../../model/entry.ts';
import {
  allFacts,
  bindFact,
  byDefault,
  type Fact,
  given,
  mapFact,
  notApplicable,
  unknown,
} from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { holesOf, literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { flag, possibleMembers, property, quantity, word } from '../../answer.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { follow, followValue, stated } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { secretProperty } from '../../secret-in-clear.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';
import { statedPolicies } from '../../stated-policies.ts';
import { subnetsOfGroup } from '../../subnet-group.ts';
import { parameterOn, requiresTls } from './parameters.ts';

const PARAMETERS = 'AWS::Redshift::ClusterParameterGroup';
const SUBNETS = { type: 'AWS::Redshift::ClusterSubnetGroup', subnets: 'SubnetIds' } as const;

/**
 * New clusters are private, encrypted and demand TLS unless told otherwise, from January 2025 on
 * (https://docs.aws.amazon.com/redshift/latest/mgmt/behavior-changes.html).
 */
export default defineService({
  type: 'AWS::Redshift::Cluster',
  title: 'Redshift cluster',
  element: 'data-store',
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html',
  facts: {
    placement: placementOf,
    runsAs: rolesOf,
    endpoints: endpointsOf,
    encryptionAtRest: storageOf,
    encryptionInTransit: transitOf,
    logging: logs,
    recovery: recoveryOf,
    secretsInClear: (view) => secretProperty(view, 'MasterUserPassword'),
    software: notApplicable('AWS keeps the engine up to date within the maintenance window'),
    resourcePolicy: (view) => statedPolicies(view, 'NamespaceResourcePolicy', `policy of ${view.resource.address}`),
  },
  structure: {
    holds: () => byDefault({ what: 'records', confidentiality: 3, integrity: 3, availability: 2 }),
    settings: (view) =>
      given({
        autoMinorUpgrade: flag(view, 'AllowVersionUpgrade', true),
        trafficThroughVpc: flag(view, 'EnhancedVpcRouting', false),
        wellKnownAdministrator: mapFact(word(view, 'MasterUsername', ''), (name) => name === 'awsuser'),
      }),
    forwards: (view) =>
      flowsOf(
        view,
        statedFlow(view.read('LoggingProperties.BucketName'), {
          kind: 'log',
          because: `audit logs of ${view.resource.address} go there`,
        }),
      ),
  },
  ignored: {
    ClusterSecurityGroups: 'EC2-Classic no longer exists',
    ElasticIp: 'which public address it has when it has one',
    Endpoint: 'what AWS gives back, not what is asked for',
    HsmClientCertificateIdentifier: 'hardware security modules of one’s own are no longer offered',
    HsmConfigurationIdentifier: 'hardware security modules of one’s own are no longer offered',
    ManageMasterPassword: 'then there is no password in the template, which is what is told',
    ManualSnapshotRetentionPeriod: 'snapshots that people take on purpose',
    MasterPasswordSecretKmsKeyId: 'the key of a secret that Redshift keeps',
    RotateEncryptionKey: 'a command to rotate once',
    SnapshotClusterIdentifier: 'what it is restored from',
    SnapshotCopyGrantName: 'copies of backups in another region add to recovery',
    SnapshotCopyManual: 'copies of backups in another region add to recovery',
    SnapshotCopyRetentionPeriod: 'copies of backups in another region add to recovery',
    SnapshotIdentifier: 'what it is restored from',
  },
});

function placementOf(view: ResourceView): Fact<Placement> {
  return given({
    zone: 'vpc',
    subnets: subnetsOfGroup(view, 'ClusterSubnetGroupName', SUBNETS),
    securityGroups: guardedMembers(view, 'VpcSecurityGroupIds'),
    publicAddress: mapFact(flag(view, 'PubliclyAccessible', false), (on) => (on ? 'yes' : 'no')),
  });
}

/** Roles for COPY and UNLOAD: whoever may run SQL uses what they may do. */
function rolesOf(view: ResourceView): Fact<readonly RunsAs[]> {
  return given(
    possibleMembers(view, 'IamRoles').map((role) => ({ role, purpose: 'service', service: 'redshift.amazonaws.com' })),
  );
}

function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  return mapFact(quantity(view, 'Port', 5439), (port) => [
    {
      protocol: 'redshift',
      port,
      authentication: byDefault('password'),
      audience: byDefault('network'),
      encrypted: mapFact(transitOf(view), ({ state }) => state),
      origin: view.origin(),
    },
  ]);
}

function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(flag(view, 'Encrypted', true), (on) =>
    on ? encryptedBy(view, 'KmsKeyId', 'aws-owned-key') : given<EncryptionAtRest>({ by: 'none' }),
  );
}

/** The default parameter group demands TLS; one of the customer's own does when `require_ssl` says so. */
function transitOf(view: ResourceView): Fact<EncryptionInTransit> {
  const required = bindFact(stated(view, 'ClusterParameterGroupName'), (own) =>
    own ? ownParameters(view) : byDefault(true),
  );
  return mapFact(required, (on): EncryptionInTransit => ({ state: on ? 'required' : 'optional' }));
}

function ownParameters(view: ResourceView): Fact<boolean> {
  return bindFact(property(view, 'ClusterParameterGroupName'), (reference): Fact<boolean> => {
    if (reference === undefined) return byDefault(true);
    const name = literalOf(textOf(reference) ?? []) ?? '';
    if (name.startsWith('default.')) return given(name !== 'default.redshift-1.0');
    return bindFact(
      followValue(view, reference, { types: [PARAMETERS], what: 'ClusterParameterGroupName' }),
      (group) => (group === undefined ? byDefault(true) : requiresTls(group)),
    );
  });
}

function logs(view: ResourceView): Fact<readonly LogSource[]> {
  const to = view.read('LoggingProperties.BucketName');
  return bindFact(property(view, 'LoggingProperties'), (there): Fact<readonly LogSource[]> => {
    const [hole] = there?.kind === 'unknown' ? holesOf([there.hole]) : [];
    if (hole !== undefined) return unknown('LoggingProperties is not known', hole.settledBy);
    return mapFact(activityLogged(view), (on): readonly LogSource[] => [
      { what: 'audit', on: there !== undefined, ...(to !== undefined && { to }) },
      { what: 'query', name: 'user activity', on: on && there !== undefined },
    ]);
  });
}

/**
 * What users ask is written only when a parameter says so, besides audit logging.
 * https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html
 */
function activityLogged(view: ResourceView): Fact<boolean> {
  const group = follow(view, 'ClusterParameterGroupName', [PARAMETERS]);
  if (group.kind === 'unknown') return byDefault(false);
  return bindFact(group, (found) =>
    found === undefined ? byDefault(false) : (parameterOn(found, 'enable_user_activity_logging') ?? byDefault(false)),
  );
}

/** Snapshots are kept for a day unless said otherwise; 0 days switches them off. */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  return mapFact(
    allFacts<{ days: number; zones: boolean }>({
      days: quantity(view, 'AutomatedSnapshotRetentionPeriod', 1),
      zones: flag(view, 'MultiAZ', false),
    }),
    ({ days, zones }): Recovery => ({
      backups: days > 0 ? 'automatic' : 'none',
      ...(days > 0 && { retentionDays: days }),
      deletionProtection: 'unsupported',
      zones: zones ? 'many' : 'one',
    }),
  );
}
