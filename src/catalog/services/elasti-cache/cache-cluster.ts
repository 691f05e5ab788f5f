import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, mayBe, quantity, word } from '../../answer.ts';
import { engineSoftware } from '../../engine-software.ts';
import { cacheEndpoints, cacheEngine, cacheLogs, cachePlacement, cacheTransit } from './cache-answers.ts';

export default defineService({
  type: 'AWS::ElastiCache::CacheCluster',
  title: 'ElastiCache cluster',
  element: 'data-store',
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-cachecluster.html',
  facts: {
    placement: (view) => cachePlacement(view, 'VpcSecurityGroupIds'),
    runsAs: notApplicable('a cache acts as nobody'),
    // A cluster without replication group has neither token nor users.
    endpoints: (view) =>
      cacheEndpoints(view, {
        engine: cacheEngine(view),
        transit: transitOf(view),
        authentication: byDefault('none'),
      }),
    // Node-based Memcached and Redis OSS outside of replication groups keep data unencrypted:
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html
    encryptionAtRest: () => byDefault<EncryptionAtRest>({ by: 'none' }),
    encryptionInTransit: transitOf,
    logging: cacheLogs,
    recovery: recoveryOf,
    secretsInClear: notApplicable('a cache cluster has no property that takes a secret'),
    software: (view) => engineSoftware(view, { engine: cacheEngine(view), version: 'EngineVersion' }),
    resourcePolicy: notApplicable('cache clusters have no resource policies'),
  },
  structure: {
    holds: () => byDefault({ what: 'records', confidentiality: 2, integrity: 1, availability: 2 }),
    settings: (view) => given({ autoMinorUpgrade: flag(view, 'AutoMinorVersionUpgrade', true) }),
  },
  ignored: {
    CacheSecurityGroupNames: 'EC2-Classic no longer exists',
    NetworkType: 'IPv4 or both; routes and security groups decide who reaches it',
    SnapshotArns: 'what it is filled with at the start',
    SnapshotName: 'what it is filled with at the start',
    SnapshotWindow: 'at which time of day snapshots are taken',
  },
});

function transitOf(view: ResourceView) {
  return cacheTransit(view, byDefault('required'));
}

/** Memcached cannot be backed up; Redis OSS is not unless snapshots are kept for at least a day. */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  const zones = mapFact(word(view, 'AZMode', 'single-az'), (mode) => (mode === 'cross-az' ? 'many' : 'one'));
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups.html: not on the smallest nodes of the first kind.
  const isOldest = mayBe(word(view, 'CacheNodeType', ''), (type) => type === 'cache.t1.micro');
  const backups = bindFact(cacheEngine(view), (engine) =>
    engine === 'memcached' || isOldest ? given(-1) : quantity(view, 'SnapshotRetentionLimit', 0),
  );
  return bindFact(backups, (days) =>
    mapFact(zones, (where): Recovery => {
      const kind = days > 0 ? 'automatic' : days < 0 ? 'unsupported' : 'none';
      const kept = days > 0 ? { retentionDays: days } : {};
      return { backups: kind, ...kept, deletionProtection: 'unsupported', zones: where };
    }),
  );
}
