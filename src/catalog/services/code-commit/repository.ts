import type { EncryptionAtRest } from '../../../model/data-keeping.ts';
import { byDefault, type Fact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';

export default defineService({
  type: 'AWS::CodeCommit::Repository',
  title: 'CodeCommit repository',
  element: 'data-store',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codecommit-repository.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a repository acts as nobody'),
    endpoints: throughApi,
    encryptionAtRest: storageOf,
    encryptionInTransit: apiTransport,
    logging: notApplicable('pushes and pulls are recorded by CloudTrail'),
    recovery: () => byDefault({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('the code lies elsewhere'),
    software: notApplicable('AWS runs it'),
    resourcePolicy: notApplicable('repositories have no resource policies'),
  },
  structure: {
    holds: () => byDefault({ what: 'code', confidentiality: 2, integrity: 3, availability: 2 }),
  },
  ignored: { Code: 'what it is filled with when it is made' },
});

/** Always encrypted, with the key of AWS for the service unless another is named. */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return encryptedBy(view, 'KmsKeyId', 'aws-managed-key');
}
