import type { EncryptionAtRest } from '../../../model/data-keeping.ts';
import { bindFact, type Fact, given, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, word } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { weakestEncryption } from '../../weakest-encryption.ts';

export default defineService({
  type: 'AWS::Glue::DataCatalogEncryptionSettings',
  title: 'Glue catalogue encryption',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-datacatalogencryptionsettings.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('settings act as nobody'),
    endpoints: throughApi,
    encryptionAtRest: storageOf,
    encryptionInTransit: apiTransport,
    logging: notApplicable('use of the catalogue is recorded by CloudTrail'),
    recovery: notApplicable('the catalogue has no backup of its own; its template brings it back'),
    secretsInClear: notApplicable('no property takes a secret'),
    software: notApplicable('AWS runs Glue'),
    resourcePolicy: notApplicable('the policy of a catalogue is a resource of its own'),
  },
  ignored: {},
});

/**
 * Metadata, and the passwords of connections; both lie unencrypted by Glue unless switched on.
 * https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html
 */
function storageOf(view: ResourceView): Fact<EncryptionAtRest> {
  const root = 'DataCatalogEncryptionSettings';
  const metadata = bindFact(word(view, `${root}.EncryptionAtRest.CatalogEncryptionMode`, 'DISABLED'), (mode) =>
    mode === 'DISABLED'
      ? given<EncryptionAtRest>({ by: 'none' })
      : encryptedBy(view, `${root}.EncryptionAtRest.SseAwsKmsKeyId`, 'aws-managed-key'),
  );
  const passwords = bindFact(
    flag(view, `${root}.ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted`, false),
    (on) =>
      on
        ? encryptedBy(view, `${root}.ConnectionPasswordEncryption.KmsKeyId`, 'aws-managed-key')
        : given<EncryptionAtRest>({ by: 'none' }),
  );
  return weakestEncryption([metadata, passwords], () => metadata);
}
