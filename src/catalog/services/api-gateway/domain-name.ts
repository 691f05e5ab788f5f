import type { EncryptionInTransit } from '../../../model/entry.ts';
import { type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { word } from '../../answer.ts';
import { inRegion } from '../../aws-api.ts';

export default defineService({
  type: 'AWS::ApiGateway::DomainName',
  title: 'domain name of APIs',
  element: 'network',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainname.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a name acts as nobody'),
    endpoints: notApplicable('the APIs behind it answer'),
    encryptionAtRest: notApplicable('a name stores nothing'),
    encryptionInTransit: transitOf,
    logging: notApplicable('stages write the logs'),
    recovery: notApplicable('it is made again from its template'),
    secretsInClear: notApplicable('certificates are named by ARN'),
    software: notApplicable('AWS runs API Gateway'),
    resourcePolicy: notApplicable('public names take no policy'),
  },
  ignored: {
    CertificateArn: 'which certificate it shows',
    EndpointAccessMode: 'how strictly the name asked for must fit the endpoint',
    EndpointConfiguration: 'regional or at the edge: both take the same policies',
    MutualTlsAuthentication: 'certificates of callers, which its APIs ask for besides',
    OwnershipVerificationCertificateArn: 'how ownership of the name is shown',
    RegionalCertificateArn: 'which certificate it shows',
  },
});

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html */
function transitOf(view: ResourceView): Fact<EncryptionInTransit> {
  return mapFact(
    word(view, 'SecurityPolicy', 'TLS_1_2'),
    (policy): EncryptionInTransit => ({
      state: 'required',
      minimumTls: policy === 'TLS_1_0' ? '1.0' : policy.includes('1_3') || policy.includes('TLS13') ? '1.3' : '1.2',
    }),
  );
}
