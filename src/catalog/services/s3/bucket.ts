import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { EncryptionInTransit, Endpoint } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable, unknown } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { members, present, property, within, word } from '../../answer.ts';
import { apiEndpoint, inRegion } from '../../aws-api.ts';
import { anyTrue } from '../../combine-facts.ts';
import { keyKind } from '../../encryption-key.ts';
import { accessLog } from './access-log.ts';
import { bucketForwards } from './bucket-forwards.ts';
import { DEFAULT_ENCRYPTION } from './default-encryption.ts';
import { keepsObjects } from './default-retention.ts';
import { publicAccessGate } from './public-access-gate.ts';

export default defineService({
  type: 'AWS::S3::Bucket',
  title: 'S3 bucket',
  element: 'data-store',
  service: 'serverless',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html',
  facts: {
    placement: inRegion,
    runsAs: replicationRole,
    endpoints,
    encryptionAtRest,
    // HTTP is answered too unless the bucket policy denies it; https://docs.aws.amazon.com/AmazonS3/latest/userguide/transport-security.html
    encryptionInTransit: () => byDefault<EncryptionInTransit>({ state: 'optional', minimumTls: '1.2' }),
    logging: accessLog,
    recovery,
    secretsInClear: notApplicable('a bucket has no property that takes a secret'),
    software: notApplicable('S3 runs no software that the customer chooses'),
    resourcePolicy: (view) => byDefault([], [view.origin()]),
  },
  structure: {
    publicAccessGate,
    forwards: bucketForwards,
    holds: () => byDefault({ what: 'objects', confidentiality: 2, integrity: 2, availability: 2 }),
    settings: (view) => byDefault({ immutable: keepsObjects(view), replicated: replicated(view) }),
  },
  ignored: {
    AbacStatus: 'the access engine reads it: tags of the bucket count in policies only where it is on',
    AnalyticsConfigurations: 'statistics about objects, exported without their content',
    CorsConfiguration: 'it tells browsers which pages may read answers; it lets nobody in',
    IntelligentTieringConfigurations: 'it decides about cost',
    InventoryConfigurations: 'lists of object names, exported without their content',
    LifecycleConfiguration: 'objects go away on purpose; versions and locks answer for what comes back',
    MetadataConfiguration: 'tables with names and sizes of objects, in the same account',
    MetadataTableConfiguration: 'tables with names and sizes of objects, in the same account',
  },
});

/** Is there a rule of replication that is on? */
function replicated(view: ResourceView): Fact<boolean> {
  return bindFact(members(view, 'ReplicationConfiguration.Rules'), (rules) =>
    anyTrue(rules.map((rule) => mapFact(word(within(view, rule), 'Status', ''), (status) => status === 'Enabled'))),
  );
}

function replicationRole(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'ReplicationConfiguration.Role'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 's3.amazonaws.com' }],
  );
}

/** The REST endpoint lets in whom a policy names; a website endpoint answers anybody, in plain HTTP only. */
function endpoints(view: ResourceView): Fact<readonly Endpoint[]> {
  const rest: Endpoint = { ...apiEndpoint(view), encrypted: byDefault('optional') };
  return bindFact(present(view, 'WebsiteConfiguration'), (website) => {
    if (!website) return byDefault<readonly Endpoint[]>([rest]);
    const page: Endpoint = {
      protocol: 'http',
      port: 80,
      authentication: byDefault('none'),
      audience: byDefault('internet'),
      encrypted: byDefault('none'),
      origin: view.origin('WebsiteConfiguration'),
    };
    return given<readonly Endpoint[]>([rest, page]);
  });
}

/** SSE-S3 holds for every new object without a setting: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html */
function encryptionAtRest(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(word(view, `${DEFAULT_ENCRYPTION}.SSEAlgorithm`, 'AES256'), (algorithm) => {
    if (algorithm === 'AES256') return given<EncryptionAtRest>({ by: 'aws-owned-key' });
    if (algorithm !== 'aws:kms' && algorithm !== 'aws:kms:dsse')
      return unknown(`SSEAlgorithm is ${algorithm}`, `a documented SSEAlgorithm of ${view.resource.address}`);
    return mapFact(
      property(view, `${DEFAULT_ENCRYPTION}.KMSMasterKeyID`),
      (key): EncryptionAtRest => (key === undefined ? { by: 'aws-managed-key' } : keyKind(key)),
    );
  });
}

function recovery(view: ResourceView): Fact<Recovery> {
  return mapFact(
    word(view, 'VersioningConfiguration.Status', 'Suspended'),
    (status): Recovery => ({
      backups: status === 'Enabled' ? 'versions' : 'none',
      deletionProtection: 'unsupported',
      zones: 'many',
    }),
  );
}
