import type { DataHolding, EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { Placement } from '../../../model/dimension.ts';
import type { Endpoint } from '../../../model/entry.ts';
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
import { flag, present, quantity } from '../../answer.ts';
import { apiEndpoint } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { stated } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { secretProperty } from '../../secret-in-clear.ts';
import { subnetsOfGroup } from '../../subnet-group.ts';
import {
  clusterParameters,
  databaseEndpoints,
  databaseLogs,
  databaseRoles,
  databaseSoftware,
  databaseSubnets,
  databaseTransit,
  engineOf,
  iamSignIn,
} from './database-answers.ts';

export default defineService({
  type: 'AWS::RDS::DBCluster',
  title: 'RDS database cluster',
  element: 'data-store',
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html',
  facts: {
    placement: placementOf,
    runsAs: databaseRoles,
    endpoints: endpointsOf,
    encryptionAtRest: storageOf,
    encryptionInTransit: transitOf,
    logging: databaseLogs,
    recovery: recoveryOf,
    secretsInClear: (view) => secretProperty(view, 'MasterUserPassword'),
    software: databaseSoftware,
    resourcePolicy: notApplicable('RDS clusters have no resource policies'),
  },
  structure: {
    controlPlane: (view) =>
      given([
        {
          kind: 'data-api',
          on: flag(view, 'EnableHttpEndpoint', false),
          origin: view.origin('EnableHttpEndpoint'),
        },
      ]),
    holds: () => byDefault<DataHolding>({ what: 'records', confidentiality: 3, integrity: 3, availability: 3 }),
    settings: (view) =>
      given({ autoMinorUpgrade: flag(view, 'AutoMinorVersionUpgrade', true), iamSignIn: iamSignIn(view) }),
  },
  ignored: {
    DBInstanceParameterGroupName: 'parameters for instances at a major upgrade only',
    DeleteAutomatedBackups:
      'whether automated backups outlive the cluster; its snapshot on deletion is told by onDelete',
    DomainIAMRoleName: 'the role that RDS uses to join a directory, used by RDS only',
    EngineLifecycleSupport: 'whether extended support is paid for; the end of standard support is told',
    EngineMode: 'provisioned or serverless: both are reached and kept alike',
    ManageMasterUserPassword: 'then there is no password in the template, which is what is told',
    MasterUserAuthenticationType: 'how the first user signs in; ways in are told by endpoints',
    MasterUserSecret: 'the key of a secret that RDS keeps',
    MasterUsername: 'a user name is no secret',
    NetworkType: 'IPv4 or both; routes and security groups decide who reaches it',
    PerformanceInsightsKmsKeyId: 'performance data, not data of customers',
    PerformanceInsightsRetentionPeriod: 'performance data, not data of customers',
  },
});

/**
 * The cluster's endpoints lead to its instances, which may be public each by itself: they say so here. A Multi-AZ cluster
 * that is not Aurora has the setting of its own.
 */
function placementOf(view: ResourceView): Fact<Placement> {
  return given({
    zone: 'vpc',
    subnets: subnetsOfGroup(view, 'DBSubnetGroupName', databaseSubnets),
    securityGroups: guardedMembers(view, 'VpcSecurityGroupIds'),
    publicAddress: mapFact(flag(view, 'PubliclyAccessible', false), (on) => (on ? 'yes' : 'no')),
  });
}

/** The Data API takes SQL over HTTPS from callers whom IAM knows (EnableHttpEndpoint). */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  return bindFact(databaseEndpoints(view, transitOf(view)), (endpoints) =>
    mapFact(flag(view, 'EnableHttpEndpoint', false), (on) => (on ? [...endpoints, apiEndpoint(view)] : endpoints)),
  );
}

function transitOf(view: ResourceView) {
  return databaseTransit(view, [clusterParameters]);
}

/**
 * Aurora encrypts new clusters with a key of AWS's own unless another is asked for, from 2026-02-18 on
 * (https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html); other engines do not.
 * `StorageEncrypted: false` is taken at its word, since the cluster may be older. Restored and replicated clusters keep
 * what their source had.
 */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(stated(view, 'StorageEncrypted'), (said): Fact<EncryptionAtRest> => {
    if (said) {
      return bindFact(flag(view, 'StorageEncrypted', false), (on) =>
        on ? keyOf(view) : given<EncryptionAtRest>({ by: 'none' }),
      );
    }
    return bindFact(restored(view), (source): Fact<EncryptionAtRest> => {
      if (source) return unknown('it is made from a source', `encryption of the source of ${view.resource.address}`);
      return bindFact(present(view, 'KmsKeyId'), (hasKey) => (hasKey ? keyOf(view) : standardOf(view)));
    });
  });
}

function standardOf(view: ResourceView): Fact<EncryptionAtRest> {
  return mapFact(
    engineOf(view),
    (engine): EncryptionAtRest => ({
      by: engine.startsWith('aurora') ? 'aws-owned-key' : 'none',
    }),
  );
}

function keyOf(view: ResourceView): Fact<EncryptionAtRest> {
  return encryptedBy(view, 'KmsKeyId', 'aws-managed-key');
}

function restored(view: ResourceView): Fact<boolean> {
  const sources = allFacts<{ snapshot: boolean; cluster: boolean; replica: boolean }>({
    snapshot: stated(view, 'SnapshotIdentifier'),
    cluster: stated(view, 'SourceDBClusterIdentifier'),
    replica: stated(view, 'ReplicationSourceIdentifier'),
  });
  return mapFact(sources, ({ snapshot, cluster, replica }) => snapshot || cluster || replica);
}

/**
 * Clusters always keep backups, for a day unless said otherwise (CreateDBCluster). Aurora's storage lies in three zones,
 * and its instances are resources of their own; other clusters come with a writer and two readers in three zones.
 */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  const answers = allFacts<{ days: number; guarded: boolean; engine: string }>({
    days: quantity(view, 'BackupRetentionPeriod', 1),
    guarded: flag(view, 'DeletionProtection', false),
    engine: engineOf(view),
  });
  return mapFact(
    answers,
    ({ days, guarded, engine }): Recovery => ({
      backups: 'point-in-time',
      retentionDays: days,
      deletionProtection: guarded ? 'on' : 'off',
      zones: engine.startsWith('aurora') ? 'by-members' : 'many',
    }),
  );
}
