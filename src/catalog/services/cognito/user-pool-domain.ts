import type { Endpoint, Forward } from '../../../model/entry.ts';
import { byDefault, type Fact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { apiTransport, atEdge } from '../../aws-api.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::Cognito::UserPoolDomain',
  title: 'sign-in page of a user pool',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpooldomain.html',
  facts: {
    placement: atEdge,
    runsAs: notApplicable('the page acts through Cognito itself'),
    endpoints: (view) => byDefault<readonly Endpoint[]>([page(view)]),
    encryptionAtRest: notApplicable('the page stores nothing; the user pool does'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('sign-ins are logged by the user pool, which answers'),
    recovery: notApplicable('the page holds nothing that could be lost'),
    secretsInClear: notApplicable('a domain has no property that takes a secret'),
    software: notApplicable('Cognito runs no software that the customer chooses'),
    resourcePolicy: notApplicable('a domain has no policy of its own'),
  },
  structure: { forwards },
  ignored: {
    CustomDomainConfig: 'the certificate under which the page is shown; TLS is demanded either way',
  },
});

function page(view: ResourceView): Endpoint {
  return {
    protocol: 'https',
    port: 443,
    authentication: byDefault('password'),
    audience: byDefault('internet'),
    encrypted: byDefault('required'),
    origin: view.origin(),
  };
}

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `${view.resource.address} signs users in`;
  return flowsOf(view, statedFlow(view.read('UserPoolId'), { kind: 'request', authentication: 'password', because }));
}
