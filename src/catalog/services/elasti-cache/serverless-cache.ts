import type { Recovery } from '../../../model/data-keeping.ts';
import type { Placement } from '../../../model/dimension.ts';
import type { Authentication, Endpoint } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { present, quantity } from '../../answer.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { engineSoftware } from '../../engine-software.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { cacheEngine } from './cache-answers.ts';

/** Reached by interfaces in the customer's subnets; everything behind them is AWS's. */
export default defineService({
  type: 'AWS::ElastiCache::ServerlessCache',
  title: 'ElastiCache serverless cache',
  element: 'data-store',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-serverlesscache.html',
  facts: {
    placement: placementOf,
    runsAs: notApplicable('a cache acts as nobody'),
    endpoints: endpointsOf,
    // "Encryption at rest is always enabled": https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html
    encryptionAtRest: (view) => encryptedBy(view, 'KmsKeyId', 'aws-owned-key'),
    // Connections without TLS are refused: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html
    encryptionInTransit: () => byDefault({ state: 'required' }),
    logging: notApplicable('serverless caches deliver no logs of commands or of the engine'),
    recovery: recoveryOf,
    secretsInClear: notApplicable('passwords belong to the users of its user group'),
    software: (view) => engineSoftware(view, { engine: cacheEngine(view), version: 'MajorEngineVersion' }),
    resourcePolicy: notApplicable('serverless caches have no resource policies'),
  },
  structure: {
    holds: () => byDefault({ what: 'records', confidentiality: 2, integrity: 2, availability: 2 }),
  },
  ignored: {
    CacheUsageLimits: 'how much it may hold and compute, and cost',
    DailySnapshotTime: 'at which time of day snapshots are taken',
    Description: 'a text for people',
    Endpoint: 'where AWS says that it answers',
    ReaderEndpoint: 'where AWS says that its copies answer',
    FinalSnapshotName: 'the snapshot that is taken when it is deleted',
    NetworkType: 'IPv4, IPv6 or both; routes and security groups decide who reaches it',
    SnapshotArnsToRestore: 'what it is filled with at the start',
  },
});

/** Without subnets it stands in those of the default VPC, without groups in the default one of the VPC. */
function placementOf(view: ResourceView): Fact<Placement> {
  return given({
    zone: 'vpc',
    subnets: guardedMembers(view, 'SubnetIds'),
    securityGroups: guardedMembers(view, 'SecurityGroupIds'),
    publicAddress: byDefault('no'),
  });
}

/** One port for all, one for who reads copies: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/set-up.html */
function endpointsOf(view: ResourceView): Fact<readonly Endpoint[]> {
  return bindFact(cacheEngine(view), (engine) => {
    const memcached = engine === 'memcached';
    return mapFact(authenticationOf(view, memcached), (authentication): readonly Endpoint[] =>
      (memcached ? [11211, 11212] : [6379, 6380]).map((port) => ({
        protocol: memcached ? 'memcached' : 'redis',
        port,
        authentication: given(authentication, [view.origin('UserGroupId')]),
        audience: byDefault('network'),
        encrypted: byDefault('required'),
        origin: view.origin(),
      })),
    );
  });
}

/** Without a user group everybody is the default user, whom nobody asks for a password. Memcached knows no users. */
function authenticationOf(view: ResourceView, memcached: boolean): Fact<Authentication> {
  if (memcached) return given('none');
  return mapFact(present(view, 'UserGroupId'), (asked) => (asked ? 'password' : 'none'));
}

/** Its data lies in several zones; snapshots are off unless kept for at least a day. */
function recoveryOf(view: ResourceView): Fact<Recovery> {
  return mapFact(
    quantity(view, 'SnapshotRetentionLimit', 0),
    (days): Recovery => ({
      backups: days > 0 ? 'automatic' : 'none',
      ...(days > 0 && { retentionDays: days }),
      deletionProtection: 'unsupported',
      zones: 'many',
    }),
  );
}
