import { notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { inNoRegion } from '../../aws-api.ts';
import { noAnswers } from '../../no-answers.ts';
import { joinSecrets, secretProperty } from '../../secret-in-clear.ts';

/** An outside identity provider whose assertions roles may trust. */
export default defineService({
  type: 'AWS::IAM::SAMLProvider',
  title: 'SAML provider',
  element: 'external-entity',
  service: 'identity',
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html',
  facts: {
    ...noAnswers('It says whose assertions are believed; it holds and runs nothing.'),
    placement: inNoRegion,
    endpoints: notApplicable('Its users sign in at the provider; the trust policies of roles say what that opens.'),
    secretsInClear: (view) => joinSecrets([secretProperty(view, 'AddPrivateKey')]),
    resourcePolicy: notApplicable('Which assertions are good for which role stands in the trust policies.'),
  },
  ignored: {
    AssertionEncryptionMode: 'Assertions travel over TLS to the sign-in endpoint; encrypting them is a second layer.',
    PrivateKeyList: 'It lists ids of keys, not the keys.',
    RemovePrivateKey: 'It names a key that goes away.',
  },
});
