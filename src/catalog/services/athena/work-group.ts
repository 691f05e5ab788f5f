import type { EncryptionAtRest } from '../../../model/data-keeping.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { flag, property, word } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';

export default defineService({
  type: 'AWS::Athena::WorkGroup',
  title: 'Athena workgroup',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-workgroup.html',
  facts: {
    placement: inRegion,
    runsAs: runsAs,
    endpoints: throughApi,
    encryptionAtRest: storageOf,
    encryptionInTransit: apiTransport,
    logging: notApplicable('queries are recorded by CloudTrail, for which the trail answers'),
    recovery: notApplicable('results lie in a bucket, which answers'),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('AWS runs Athena'),
    resourcePolicy: notApplicable('workgroups have no resource policies'),
  },
  structure: {
    settings: (view) => given({ enforced: flag(view, 'WorkGroupConfiguration.EnforceWorkGroupConfiguration', true) }),
  },
  ignored: {},
});

/** The role of notebooks in it. */
function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'WorkGroupConfiguration.ExecutionRole'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'athena.amazonaws.com' }],
  );
}

/**
 * Results that nothing else is said of are encrypted by S3, as every new object is.
 * https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html
 */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  const path = 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration';
  return bindFact(word(view, `${path}.EncryptionOption`, 'SSE_S3'), (option) =>
    option === 'SSE_S3'
      ? byDefault<EncryptionAtRest>({ by: 'aws-owned-key' })
      : encryptedBy(view, `${path}.KmsKey`, 'aws-managed-key'),
  );
}
