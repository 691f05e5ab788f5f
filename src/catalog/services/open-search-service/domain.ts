import { byDefault, type Fact, mapFact } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { Software } from '../../../model/workload.ts';
import { word } from '../../answer.ts';
import { softwareOf } from '../../engine-software.ts';
import { secretProperty } from '../../secret-in-clear.ts';
import { statedPolicies } from '../../stated-policies.ts';
import {
  domainEndpoints,
  domainForwards,
  domainLogs,
  domainPlacement,
  domainRecovery,
  domainRoles,
  domainSettings,
  domainStorage,
  domainTransit,
} from './domain-answers.ts';

export default defineService({
  type: 'AWS::OpenSearchService::Domain',
  title: 'OpenSearch domain',
  element: 'data-store',
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchservice-domain.html',
  facts: {
    placement: domainPlacement,
    runsAs: domainRoles,
    endpoints: domainEndpoints,
    encryptionAtRest: domainStorage,
    encryptionInTransit: domainTransit,
    logging: domainLogs,
    recovery: (view) =>
      domainRecovery(view, ['ClusterConfig.ZoneAwarenessEnabled', 'ClusterConfig.MultiAZWithStandbyEnabled']),
    secretsInClear: (view) => secretProperty(view, 'AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword'),
    software: softwareOfDomain,
    resourcePolicy: (view) => statedPolicies(view, 'AccessPolicies', `access policy of ${view.resource.address}`),
  },
  structure: {
    holds: () => byDefault({ what: 'records', confidentiality: 3, integrity: 2, availability: 2 }),
    forwards: domainForwards,
    settings: (view) => domainSettings(view, 'ClusterConfig'),
  },
  ignored: {
    AutomatedSnapshotPauseOptions: 'a pause of snapshots for maintenance',
    IPAddressType: 'IPv4 or both; routes and security groups decide who reaches it',
    IdentityCenterOptions: 'a further way to sign in, on top of the access policy',
    SkipShardMigrationWait: 'how an update goes on',
    SnapshotOptions: 'at which hour the daily snapshot of old versions is taken',
  },
});

/** `OpenSearch_2.11` or `Elasticsearch_7.10`; without it AWS takes the latest. */
function softwareOfDomain(view: ResourceView): Fact<readonly Software[]> {
  return mapFact(word(view, 'EngineVersion', 'OpenSearch_'), (text) => {
    const [engine = '', version = ''] = text.split('_');
    return [softwareOf(engine.toLowerCase(), version)];
  });
}
