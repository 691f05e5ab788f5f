import type { SecretInClear } from '../../../model/data-keeping.ts';
import { byDefault, type Fact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { secretProperty } from '../../secret-in-clear.ts';

export default defineService({
  type: 'AWS::SecretsManager::Secret',
  title: 'secret',
  element: 'data-store',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a secret acts for nobody; its rotation function has a role of its own'),
    endpoints: throughApi,
    // Without a key, the one that AWS made for the account: alias/aws/secretsmanager.
    encryptionAtRest: (view) => encryptedBy(view, 'KmsKeyId', 'aws-managed-key'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('use of a secret is recorded by CloudTrail, for which the trail answers'),
    // The previous version is kept: https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
    recovery: () => byDefault({ backups: 'versions', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear,
    software: notApplicable('Secrets Manager runs no software that the customer chooses'),
    resourcePolicy: (view) => byDefault([], [view.origin()]),
  },
  structure: {
    holds: () => byDefault({ what: 'secrets', confidentiality: 3, integrity: 3, availability: 3 }),
    settings: (view) => byDefault({ secretRotation: byDefault(false, [view.origin()]) }),
  },
  ignored: {
    GenerateSecretString: 'the secret is made at deployment and stands nowhere in the input',
    ReplicaRegions: 'replicas have the same policy and are not resources of the input',
  },
});

/** Everything in the string counts: it was declared to be a secret. */
function secretsInClear(view: ResourceView): Fact<readonly SecretInClear[]> {
  return secretProperty(view, 'SecretString');
}
