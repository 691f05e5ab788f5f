import { notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { inNoRegion } from '../../aws-api.ts';
import { noAnswers } from '../../no-answers.ts';

/** An outside issuer of tokens that roles may trust. What its tokens are good for stands in the trust policies. */
export default defineService({
  type: 'AWS::IAM::OIDCProvider',
  title: 'OpenID Connect provider',
  element: 'external-entity',
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
  facts: {
    ...noAnswers('It says whose tokens are believed; it holds and runs nothing.'),
    placement: inNoRegion,
    endpoints: notApplicable(
      'Its users sign in at the provider; the trust policies of roles say what their tokens open.',
    ),
    resourcePolicy: notApplicable('Which tokens are good for which role stands in the trust policies.'),
  },
  ignored: {
    ThumbprintList: 'IAM checks the issuer against trusted certificate authorities first; a thumbprint grants nothing.',
  },
});
