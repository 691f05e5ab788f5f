import { allFacts, byDefault, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { describeText } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { members } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';

export default defineService({
  type: 'AWS::CertificateManager::Certificate',
  title: 'ACM certificate',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a certificate acts for nobody'),
    endpoints: throughApi,
    // https://docs.aws.amazon.com/acm/latest/userguide/data-protection.html#kms
    encryptionAtRest: () => byDefault({ by: 'aws-managed-key' }),
    encryptionInTransit: apiTransport,
    logging: notApplicable('use of a certificate is recorded by CloudTrail, for which the trail answers'),
    recovery: notApplicable('a certificate is issued again when it is lost'),
    secretsInClear: notApplicable('the private key is made by ACM and stands nowhere in the input'),
    software: notApplicable('ACM runs no software that the customer chooses'),
    resourcePolicy: notApplicable('a certificate has no policy of its own'),
  },
  structure: {
    settings: (view) => byDefault({ wildcardName: hasWildcard(view) }),
    holds: () => byDefault({ what: 'keys', confidentiality: 3, integrity: 3, availability: 2 }),
  },
  ignored: {
    CertificateAuthorityArn: 'who signs it; private authorities are resources of their own',
    CertificateExport: 'whether its private key may be taken out; who may do so is told by his rights',
    CertificateTransparencyLoggingPreference: 'whether its names are published; names of public hosts are no secret',
    ValidationMethod: 'whether ACM can renew it alone; one that ran out is an outage that everybody sees',
    DomainValidationOptions: 'how ownership of the names is shown to ACM once',
  },
});

/** A name with a star stands for all names of its domain. */
function hasWildcard(view: ResourceView): Fact<boolean> {
  return mapFact(
    allFacts<{ first: readonly Value[]; others: readonly Value[] }>({
      first: members(view, 'DomainName'),
      others: members(view, 'SubjectAlternativeNames'),
    }),
    ({ first, others }) => [...first, ...others].some((name) => /^\*/.test(describeText(textOf(name) ?? []))),
  );
}
