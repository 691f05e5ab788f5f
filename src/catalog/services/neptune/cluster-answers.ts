import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { LogSource, Placement } from '../../../model/dimension.ts';
import type { Authentication, Endpoint } from '../../../model/entry.ts';
import { allFacts, bindFact, byDefault, type Fact, given, mapFact, unknown } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { flag, members, possibleMembers, present, quantity, within } from '../../answer.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { stated } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { subnetsOfGroup } from '../../subnet-group.ts';

/** Answers that clusters of Neptune and DocumentDB give alike: both keep six copies of their storage in three zones. */

/** Instances of these clusters never have a public address (Neptune and DocumentDB user guides, security in a VPC). */
export function clusterPlacement(view: ResourceView, groupType: string): Fact<Placement> {
  return given({
    zone: 'vpc',
    subnets: subnetsOfGroup(view, 'DBSubnetGroupName', { type: groupType, subnets: 'SubnetIds' }),
    securityGroups: guardedMembers(view, 'VpcSecurityGroupIds'),
    publicAddress: byDefault('no'),
  });
}

/** Storage is encrypted only when asked for; restored clusters keep what their source had. */
export function clusterStorage(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(stated(view, 'StorageEncrypted'), (said): Fact<EncryptionAtRest> => {
    if (said) return encryptedIf(view, flag(view, 'StorageEncrypted', false));
    return bindFact(restored(view), (source): Fact<EncryptionAtRest> => {
      if (source) return unknown('it is made from a source', `encryption of the source of ${view.resource.address}`);
      return encryptedIf(view, present(view, 'KmsKeyId'));
    });
  });
}

function encryptedIf(view: ResourceView, on: Fact<boolean>): Fact<EncryptionAtRest> {
  return bindFact(on, (encrypted) =>
    encrypted ? encryptedBy(view, 'KmsKeyId', 'aws-managed-key') : given<EncryptionAtRest>({ by: 'none' }),
  );
}

function restored(view: ResourceView): Fact<boolean> {
  return mapFact(
    allFacts<{ snapshot: boolean; cluster: boolean }>({
      snapshot: stated(view, 'SnapshotIdentifier'),
      cluster: stated(view, 'SourceDBClusterIdentifier'),
    }),
    ({ snapshot, cluster }) => snapshot || cluster,
  );
}

/** Backups are always kept, for a day unless said otherwise (CreateDBCluster of both services). */
export function clusterRecovery(view: ResourceView): Fact<Recovery> {
  return mapFact(
    allFacts<{ days: number; guarded: boolean }>({
      days: quantity(view, 'BackupRetentionPeriod', 1),
      guarded: flag(view, 'DeletionProtection', false),
    }),
    ({ days, guarded }): Recovery => ({
      backups: 'point-in-time',
      retentionDays: days,
      deletionProtection: guarded ? 'on' : 'off',
      zones: 'by-members',
    }),
  );
}

/** Audit logs that leave the cluster; what stays on an instance is gone with it. */
export function clusterLogs(view: ResourceView): Fact<readonly LogSource[]> {
  return mapFact(members(view, 'EnableCloudwatchLogsExports'), (exports): readonly LogSource[] => [
    { what: 'audit', on: exports.some((item) => literalOf(textOf(item) ?? []) === 'audit') },
  ]);
}

/** Its connection point inside the VPC. */
export function clusterEndpoint(
  view: ResourceView,
  way: {
    readonly protocol: string;
    readonly port: readonly [path: string, standard: number];
    readonly authentication: Fact<Authentication>;
    readonly encrypted: Endpoint['encrypted'];
  },
): Fact<readonly Endpoint[]> {
  const [path, standard] = way.port;
  return mapFact(quantity(view, path, standard), (port): readonly Endpoint[] => [
    {
      protocol: way.protocol,
      port,
      authentication: way.authentication,
      audience: byDefault('network'),
      encrypted: way.encrypted,
      origin: view.origin(),
    },
  ]);
}

/** Roles with which a cluster loads from S3 and the like. */
export function clusterRoles(view: ResourceView): Fact<readonly RunsAs[]> {
  return byDefault(
    possibleMembers(view, 'AssociatedRoles').flatMap((item): readonly RunsAs[] => {
      const role = within(view, item).read('RoleArn');
      return role === undefined ? [] : [{ role, purpose: 'service', service: 'rds.amazonaws.com' }];
    }),
  );
}
