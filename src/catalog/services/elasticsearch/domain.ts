import { byDefault, mapFact } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
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
} from '../open-search-service/domain-answers.ts';

export default defineService({
  type: 'AWS::Elasticsearch::Domain',
  title: 'Elasticsearch domain',
  element: 'data-store',
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticsearch-domain.html',
  facts: {
    placement: domainPlacement,
    runsAs: domainRoles,
    endpoints: domainEndpoints,
    encryptionAtRest: domainStorage,
    encryptionInTransit: domainTransit,
    logging: domainLogs,
    recovery: (view) => domainRecovery(view, ['ElasticsearchClusterConfig.ZoneAwarenessEnabled']),
    secretsInClear: (view) => secretProperty(view, 'AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword'),
    // Version 1.5 when none is given (AWS::Elasticsearch::Domain, ElasticsearchVersion).
    software: (view) =>
      mapFact(word(view, 'ElasticsearchVersion', '1.5'), (version) => [softwareOf('elasticsearch', version)]),
    resourcePolicy: (view) => statedPolicies(view, 'AccessPolicies', `access policy of ${view.resource.address}`),
  },
  structure: {
    holds: () => byDefault({ what: 'records', confidentiality: 3, integrity: 2, availability: 2 }),
    forwards: domainForwards,
    settings: (view) => domainSettings(view, 'ElasticsearchClusterConfig'),
  },
  ignored: {
    SnapshotOptions: 'at which hour the daily snapshot of old versions is taken',
  },
});
