import { type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { property } from '../../answer.ts';
import { apiTransport, inRegion } from '../../aws-api.ts';
import { encryptedByConfiguration } from './configuration-encryption.ts';

export default defineService({
  type: 'AWS::Glue::Crawler',
  title: 'Glue crawler',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-crawler.html',
  facts: {
    placement: inRegion,
    runsAs: runsAs,
    endpoints: notApplicable('a crawler takes no calls'),
    encryptionAtRest: (view) => encryptedByConfiguration(view, 'CrawlerSecurityConfiguration'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('it writes to CloudWatch Logs by itself'),
    recovery: notApplicable('it is made again from its template'),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('versions of Glue have no published table of end dates here'),
    resourcePolicy: notApplicable('it has no resource policy'),
  },
  ignored: {
    RecrawlPolicy: 'what is read again',
    SchemaChangePolicy: 'what happens to tables whose source changed',
  },
});

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'Role'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'workload', service: 'glue.amazonaws.com' }],
  );
}
