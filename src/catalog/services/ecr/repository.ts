import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, word } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { statedPolicies } from '../../stated-policies.ts';

export default defineService({
  type: 'AWS::ECR::Repository',
  title: 'ECR repository',
  element: 'data-store',
  service: 'managed',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a repository acts as nobody'),
    endpoints: throughApi,
    encryptionAtRest: storageOf,
    encryptionInTransit: apiTransport,
    logging: notApplicable('pushes and pulls are logged by a trail, which answers'),
    recovery: () => byDefault<Recovery>({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('a repository has no property that takes a secret'),
    software: notApplicable('ECR runs no software that the customer chooses'),
    resourcePolicy: (view) => statedPolicies(view, 'RepositoryPolicyText', `policy of ${view.resource.address}`),
  },
  structure: {
    holds: () => byDefault({ what: 'images', confidentiality: 2, integrity: 3, availability: 2 }),
    settings: (view) =>
      given({
        imageScanning: flag(view, 'ImageScanningConfiguration.ScanOnPush', false),
        tagImmutability: mapFact(word(view, 'ImageTagMutability', 'MUTABLE'), (mode) => mode.startsWith('IMMUTABLE')),
      }),
  },
  ignored: {
    LifecyclePolicy: 'images go away on purpose',
  },
});

/** AES256 with keys that AWS owns unless KMS is asked for (EncryptionConfiguration). */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(word(view, 'EncryptionConfiguration.EncryptionType', 'AES256'), (type) =>
    type.startsWith('KMS')
      ? encryptedBy(view, 'EncryptionConfiguration.KmsKey', 'aws-managed-key')
      : given<EncryptionAtRest>({ by: 'aws-owned-key' }),
  );
}
