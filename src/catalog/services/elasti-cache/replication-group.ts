import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { Authentication } from '../../../model/entry.ts';
import { allFacts, bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, possibleMembers, present, quantity, word } from '../../answer.ts';
import { anyTrue } from '../../combine-facts.ts';
import { describeValue } from '../../describe-value.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { engineSoftware } from '../../engine-software.ts';
import { secretProperty } from '../../secret-in-clear.ts';
import { cacheEndpoints, cacheEngine, cacheLogs, cachePlacement, cacheTransit } from './cache-answers.ts';

export default defineService({
  type: 'AWS::ElastiCache::ReplicationGroup',
  title: 'ElastiCache replication group',
  element: 'data-store',
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
  facts: {
    placement: (view) => cachePlacement(view, 'SecurityGroupIds'),
    runsAs: notApplicable('a cache acts as nobody'),
    endpoints: (view) =>
      cacheEndpoints(view, {
        engine: cacheEngine(view),
        transit: transitOf(view),
        authentication: authenticationOf(view),
      }),
    encryptionAtRest: storageOf,
    encryptionInTransit: transitOf,
    logging: cacheLogs,
    recovery: recoveryOf,
    secretsInClear: (view) => secretProperty(view, 'AuthToken'),
    software: (view) => engineSoftware(view, { engine: cacheEngine(view), version: 'EngineVersion' }),
    resourcePolicy: notApplicable('replication groups have no resource policies'),
  },
  structure: {
    holds: () => byDefault({ what: 'records', confidentiality: 2, integrity: 2, availability: 2 }),
    settings: (view) => given({ autoMinorUpgrade: flag(view, 'AutoMinorVersionUpgrade', true) }),
  },
  ignored: {
    CacheSecurityGroupNames: 'EC2-Classic no longer exists',
    GlobalReplicationGroupId: 'copies in other regions are caches of their own',
    NetworkType: 'IPv4 or both; routes and security groups decide who reaches it',
    ReplicasPerNodeGroup: 'how many copies take reads',
    ReplicationGroupDescription: 'a text for people',
    ReplicationGroupId: 'the name',
    SnapshotArns: 'what it is filled with at the start',
    SnapshotName: 'what it is filled with at the start',
    SnapshotWindow: 'at which time of day snapshots are taken',
    SnapshottingClusterId: 'from which node snapshots are taken',
  },
});

/** A token for all, or users with access strings; without them whoever connects is let in. */
function authenticationOf(view: ResourceView): Fact<Authentication> {
  return mapFact(anyTrue([present(view, 'AuthToken'), present(view, 'UserGroupIds')]), (asked) =>
    asked ? 'password' : 'none',
  );
}

/** On for Valkey and off for Redis OSS unless said otherwise (CreateReplicationGroup, AtRestEncryptionEnabled). */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(cacheEngine(view), (engine) =>
    bindFact(flag(view, 'AtRestEncryptionEnabled', engine === 'valkey'), (on) =>
      on ? encryptedBy(view, 'KmsKeyId', 'aws-owned-key') : given<EncryptionAtRest>({ by: 'none' }),
    ),
  );
}

function transitOf(view: ResourceView) {
  return cacheTransit(view, word(view, 'TransitEncryptionMode', 'required'));
}

/** Snapshots are off unless kept for at least a day. */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  return mapFact(
    allFacts<{ days: number; zones: boolean }>({
      days: quantity(view, 'SnapshotRetentionLimit', 0),
      zones: zonesOf(view),
    }),
    ({ days, zones }): Recovery => ({
      backups: days > 0 ? 'automatic' : 'none',
      ...(days > 0 && { retentionDays: days }),
      deletionProtection: 'unsupported',
      zones: zones ? 'many' : 'one',
    }),
  );
}

/** A copy takes over in another zone: as Multi-AZ, or by failover among nodes that are put into several zones. */
function zonesOf(view: ResourceView): Fact<boolean> {
  const spread = new Set(possibleMembers(view, 'PreferredCacheClusterAZs').map(describeValue)).size > 1;
  const multiZone = flag(view, 'MultiAZEnabled', false);
  if (!spread) return multiZone;
  return bindFact(flag(view, 'AutomaticFailoverEnabled', false), (failover) => (failover ? given(true) : multiZone));
}
