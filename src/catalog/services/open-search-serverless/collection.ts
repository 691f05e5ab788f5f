import { byDefault, type Fact, leftToOthers, notApplicable } from '../../../model/fact.ts';
import type { PolicySource } from '../../../model/policy.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { apiTransport, inRegion } from '../../aws-api.ts';

/**
 * Indexes that AWS runs. Network, encryption and access stand in policies that mean collections by name.
 */
export default defineService({
  type: 'AWS::OpenSearchServerless::Collection',
  title: 'OpenSearch Serverless collection',
  element: 'data-store',
  service: 'serverless',
  documentation: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-overview.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a collection acts as nobody'),
    endpoints: (view) => standsInPolicy(view, 'network'),
    encryptionAtRest: (view) => standsInPolicy(view, 'encryption'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('requests are logged by a trail with data events, which answers'),
    // A snapshot is taken every hour and kept for two weeks.
    // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-snapshots.html
    recovery: () => byDefault({ backups: 'automatic', retentionDays: 14, deletionProtection: 'off', zones: 'many' }),
    secretsInClear: notApplicable('a collection has no property that takes a secret'),
    software: notApplicable('AWS runs and updates the software'),
    resourcePolicy: (view) => byDefault<readonly PolicySource[]>([], [view.origin()]),
  },
  structure: { holds: () => byDefault({ what: 'records', confidentiality: 2, integrity: 2, availability: 2 }) },
  ignored: {
    EncryptionConfig: 'the encryption policy that means the collection counts where none is given',
    DeletionProtection: 'read with recovery once the schema tells its values',
  },
});

function standsInPolicy(view: ResourceView, type: 'network' | 'encryption'): Fact<never> {
  return leftToOthers(
    `no policy of the type ${type} in the input surely means it`,
    `the ${type} policy that means collection ${view.resource.address}`,
    [view.origin()],
  );
}
