import type { SecretInClear } from '../../../model/dimension.ts';
import { bindFact, byDefault, type Fact, given, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { property } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
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
    encryptionAtRest: notApplicable(
      'CloudFormation makes no SecureString, the only type that KMS encrypts; a secret in a parameter is told as one in clear',
    ),
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

/** Judged by the last part of the parameter's name (`/shop/db/password`), by the logical id, and by the value. */
function secretsInClear(view: ResourceView): Fact<readonly SecretInClear[]> {
  const name = literalOf(view.resource.name.slice(-1))?.split('/').at(-1) ?? view.resource.address;
  return bindFact(property(view, 'Value'), (value) =>
    value === undefined ? given<readonly SecretInClear[]>([]) : secretsInEntry(name, value, 'parameter value'),
  );
}
