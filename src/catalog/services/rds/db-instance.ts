import type { DataHolding, EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { Placement } from '../../../model/dimension.ts';
import type { EncryptionInTransit } from '../../../model/entry.ts';
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
import { type Contribution, defineService, type ResourceView } from '../../../model/service.ts';
import { flag, mayBe, present, quantity } from '../../answer.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { follow, stated } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { joinSecrets, secretProperty } from '../../secret-in-clear.ts';
import { subnetsOfGroup } from '../../subnet-group.ts';
import {
  clusterParameters,
  databaseEndpoints,
  databaseLogs,
  databaseRoles,
  databaseSoftware,
  databaseSubnets,
  databaseTransit,
  iamSignIn,
  instanceParameters,
} from './database-answers.ts';

const CLUSTER = 'AWS::RDS::DBCluster';

export default defineService({
  type: 'AWS::RDS::DBInstance',
  title: 'RDS database instance',
  element: 'data-store',
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  facts: {
    placement: placementOf,
    runsAs: databaseRoles,
    endpoints: (view) => databaseEndpoints(view, transitOf(view)),
    encryptionAtRest: storageOf,
    encryptionInTransit: transitOf,
    logging: (view) => unlessMember(view, () => databaseLogs(view), "the cluster's setting holds for its members"),
    recovery: recoveryOf,
    secretsInClear: (view) =>
      joinSecrets([secretProperty(view, 'MasterUserPassword'), secretProperty(view, 'TdeCredentialPassword')]),
    software: (view) =>
      unlessMember(view, () => databaseSoftware(view), "the cluster's engine version holds for its members"),
    resourcePolicy: notApplicable('RDS instances have no resource policies'),
  },
  structure: {
    holds: (view) => unlessMember(view, () => byDefault(records), 'the cluster holds the data of its members'),
    settings: (view) =>
      given({
        autoMinorUpgrade: flag(view, 'AutoMinorVersionUpgrade', true),
        iamSignIn: unlessMember(view, () => iamSignIn(view), "the cluster's setting holds for its members"),
      }),
  },
  contributes: publicMember,
  ignored: {
    AutomaticBackupReplicationKmsKeyId: 'the key of copies in another region; the copies are that region’s business',
    AutomaticBackupReplicationRegion: 'copies of backups elsewhere add to recovery, which backups here already tell',
    AutomaticBackupReplicationRetentionPeriod: 'copies of backups elsewhere add to recovery',
    BackupTarget: 'where backups lie, region or Outpost, does not change that there are any',
    CACertificateIdentifier: 'which of AWS’s certificate authorities signs the server certificate',
    CustomIAMInstanceProfile: 'only for RDS Custom, which gives the host to the customer',
    DBSecurityGroups: 'EC2-Classic no longer exists',
    DeleteAutomatedBackups:
      'whether automated backups outlive the instance; its snapshot on deletion is told by onDelete',
    DomainAuthSecretArn: 'a reference to a secret, not the secret',
    DomainIAMRoleName: 'the role that RDS uses to join a directory, used by RDS only',
    EnablePerformanceInsights: 'performance data, not data of customers',
    EngineLifecycleSupport: 'whether extended support is paid for; the end of standard support is told',
    ManageMasterUserPassword: 'then there is no password in the template, which is what is told',
    MasterUserAuthenticationType: 'how the first user signs in; ways in are told by endpoints',
    MasterUserSecret: 'the key of a secret that RDS keeps',
    MasterUsername: 'a user name is no secret',
    NetworkType: 'IPv4 or both; routes and security groups decide who reaches it',
    PerformanceInsightsKMSKeyId: 'performance data, not data of customers',
    PerformanceInsightsRetentionPeriod: 'performance data, not data of customers',
    ReplicaMode: 'how a replica may be read; it needs the same credentials',
    TdeCredentialArn: 'encryption by the engine on top of the storage’s',
  },
});

const records: DataHolding = { what: 'records', confidentiality: 3, integrity: 3, availability: 3 };

function unlessMember<T>(view: ResourceView, answer: () => Fact<T>, reason: string): Fact<T> {
  return bindFact(stated(view, 'DBClusterIdentifier'), (member) => (member ? notApplicable(reason) : answer()));
}

/** A member of a cluster stands where its cluster does. */
function placementOf(view: ResourceView): Fact<Placement> {
  return bindFact(follow(view, 'DBClusterIdentifier', [CLUSTER]), (cluster): Fact<Placement> => {
    const subnetsFrom = cluster !== undefined && view.read('DBSubnetGroupName') === undefined ? cluster : view;
    const groups = [
      ...guardedMembers(view, 'VPCSecurityGroups'),
      ...(cluster === undefined ? [] : guardedMembers(cluster, 'VpcSecurityGroupIds')),
    ];
    return given({
      zone: 'vpc',
      subnets: subnetsOfGroup(subnetsFrom, 'DBSubnetGroupName', databaseSubnets),
      securityGroups: groups,
      publicAddress: publicAddress(view),
    });
  });
}

/**
 * Without `PubliclyAccessible` an instance is public where its VPC has an internet gateway (CreateDBInstance). Where there
 * is none no route leads in, so that taking it for public decides nothing by itself.
 */
function publicAddress(view: ResourceView): Placement['publicAddress'] {
  return mapFact(flag(view, 'PubliclyAccessible', true), (on) => (on ? 'yes' : 'no'));
}

/** A public member makes the data of its cluster reachable: the cluster's own placement says nothing of it. */
function publicMember(view: ResourceView): readonly Contribution[] {
  const to = view.read('DBClusterIdentifier');
  if (to === undefined || !mayBe(flag(view, 'PubliclyAccessible', true), (on) => on)) return [];
  return [{ to, dimension: 'placement', fact: placementOf(view) }];
}

/**
 * Storage is not encrypted unless asked for; a restored snapshot and a replica keep what their source had
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html).
 */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return unlessMember(view, () => ownStorage(view), "the cluster's storage holds the data of its members");
}

function ownStorage(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(stated(view, 'StorageEncrypted'), (said): Fact<EncryptionAtRest> => {
    if (said) return encryptedIf(view, flag(view, 'StorageEncrypted', false));
    return bindFact(sourceOf(view), (source): Fact<EncryptionAtRest> => {
      if (source === 'source database') return likeItsSource(view);
      if (source !== undefined)
        return unknown(`it is made from ${source}`, `encryption of the ${source} of ${view.resource.address}`);
      return encryptedIf(view, present(view, 'KmsKeyId'));
    });
  });
}

/** A replica is encrypted exactly when its source is; one that is itself copied from elsewhere is not looked at further. */
function likeItsSource(view: ResourceView): Fact<EncryptionAtRest> {
  const isInstance = view.read('SourceDBInstanceIdentifier') !== undefined;
  const path = isInstance ? 'SourceDBInstanceIdentifier' : 'SourceDBClusterIdentifier';
  return bindFact(follow(view, path, ['AWS::RDS::DBInstance', CLUSTER]), (source): Fact<EncryptionAtRest> => {
    if (source === undefined || source.read('SourceDBInstanceIdentifier') !== undefined)
      return unknown(
        'it is made from a source database',
        `encryption of the source database of ${view.resource.address}`,
      );
    return encryptedIf(source, flag(source, 'StorageEncrypted', false));
  });
}

function encryptedIf(view: ResourceView, on: Fact<boolean>): Fact<EncryptionAtRest> {
  return bindFact(on, (encrypted) => {
    if (!encrypted) return given<EncryptionAtRest>({ by: 'none' });
    return encryptedBy(view, 'KmsKeyId', 'aws-managed-key');
  });
}

/** What the instance is restored or copied from. */
function sourceOf(view: ResourceView): Fact<string | undefined> {
  const sources = allFacts<{ snapshot: boolean; cluster: boolean; replica: boolean; backup: boolean; moment: boolean }>(
    {
      snapshot: stated(view, 'DBSnapshotIdentifier'),
      cluster: stated(view, 'DBClusterSnapshotIdentifier'),
      replica: stated(view, 'SourceDBInstanceIdentifier'),
      backup: stated(view, 'SourceDBInstanceAutomatedBackupsArn'),
      moment: stated(view, 'SourceDBClusterIdentifier'),
    },
  );
  return mapFact(sources, ({ snapshot, cluster, replica, backup, moment }) => {
    if (snapshot || cluster) return 'snapshot';
    if (replica || moment) return 'source database';
    return backup ? 'backup' : undefined;
  });
}

/** Members do what the parameters of their cluster say. */
function transitOf(view: ResourceView): Fact<EncryptionInTransit> {
  return bindFact(follow(view, 'DBClusterIdentifier', [CLUSTER]), (cluster) =>
    cluster === undefined ? databaseTransit(view, [instanceParameters]) : databaseTransit(cluster, [clusterParameters]),
  );
}

/** Backups are kept for a day unless said otherwise; 0 days switches them off (CreateDBInstance, BackupRetentionPeriod). */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  const answers = () =>
    mapFact(
      allFacts<{ days: number; guarded: boolean; zones: boolean }>({
        days: quantity(view, 'BackupRetentionPeriod', 1),
        guarded: flag(view, 'DeletionProtection', false),
        zones: flag(view, 'MultiAZ', false),
      }),
      ({ days, guarded, zones }): Recovery => ({
        backups: days === 0 ? 'none' : 'point-in-time',
        ...(days > 0 && { retentionDays: days }),
        deletionProtection: guarded ? 'on' : 'off',
        zones: zones ? 'many' : 'one',
      }),
    );
  return unlessMember(view, answers, 'the cluster backs up and guards the data of its members');
}
