import type { EncryptionAtRest, SecretInClear } from '../../../model/data-keeping.ts';
import { bindFact, byDefault, type Fact, given, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { property, word } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { secretsInEntry } from '../../secret-in-clear.ts';

export default defineService({
  type: 'AWS::SSM::Parameter',
  title: 'SSM parameter',
  element: 'data-store',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a parameter acts for nobody'),
    endpoints: throughApi,
    encryptionAtRest: encryption,
    encryptionInTransit: apiTransport,
    logging: notApplicable('use of a parameter is recorded by CloudTrail, for which the trail answers'),
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-versions.html
    recovery: () => byDefault({ backups: 'versions', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear,
    software: notApplicable('Parameter Store runs no software that the customer chooses'),
    resourcePolicy: notApplicable('CloudFormation gives parameters no policy'),
  },
  structure: {
    holds: () => byDefault({ what: 'configuration', confidentiality: 1, integrity: 2, availability: 2 }),
  },
  ignored: {
    Policies: 'expiry and reminders; they let nobody in',
  },
});

/**
 * KMS encrypts parameters of type SecureString alone, with the key `aws/ssm` unless another is named. CloudFormation makes
 * none; Terraform does, with the parameters of PutParameter.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
 */
function encryption(view: ResourceView): Fact<EncryptionAtRest> {
  return bindFact(word(view, 'Type', 'String'), (type) =>
    type === 'SecureString'
      ? encryptedBy(view, 'KeyId', 'aws-managed-key')
      : notApplicable('KMS encrypts SecureString parameters only; a secret in another one is told as one in clear'),
  );
}

/** Judged by the last part of the parameter's name (`/shop/db/password`), by the logical id, and by the value. */
function secretsInClear(view: ResourceView): Fact<readonly SecretInClear[]> {
  const name = literalOf(view.resource.name.slice(-1))?.split('/').at(-1) ?? view.resource.address;
  return bindFact(property(view, 'Value'), (value) =>
    value === undefined ? given<readonly SecretInClear[]>([]) : secretsInEntry(name, value, 'parameter value'),
  );
}
