import type { EncryptionAtRest, Recovery } from '../../../model/data-keeping.ts';
import type { LogSource, Protection } from '../../../model/dimension.ts';
import { byDefault, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { flag, property, word } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { strongPasswords } from './password-policy.ts';
import { userPoolForwards } from './user-pool-forwards.ts';

export default defineService({
  type: 'AWS::Cognito::UserPool',
  title: 'Cognito user pool',
  element: 'identity',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html',
  facts: {
    placement: inRegion,
    runsAs,
    // Users come in through clients, which add how; without any, there is the API for administrators alone.
    endpoints: throughApi,
    // https://docs.aws.amazon.com/cognito/latest/developerguide/data-protection.html
    encryptionAtRest: () => byDefault<EncryptionAtRest>({ by: 'aws-owned-key' }),
    encryptionInTransit: apiTransport,
    // Exported only by an AWS::Cognito::LogDeliveryConfiguration.
    logging: (view) => byDefault<readonly LogSource[]>([{ what: 'audit', on: false }], [view.origin()]),
    recovery,
    secretsInClear: notApplicable('a user pool has no property that takes a secret'),
    software: notApplicable('Cognito runs no software that the customer chooses'),
    resourcePolicy: notApplicable('a user pool has no policy of its own'),
  },
  structure: {
    forwards: userPoolForwards,
    holds: () => byDefault({ what: 'identities', confidentiality: 3, integrity: 3, availability: 2 }),
    settings: (view) =>
      byDefault({
        selfSignUp: mapFact(flag(view, 'AdminCreateUserConfig.AllowAdminCreateUserOnly', false), (only) => !only),
        mfaRequired: mfaRequired(view),
        strongPasswords: strongPasswords(view),
        riskBasedSignIn: threatProtection(view),
      }),
    protections,
  },
  ignored: {
    AccountRecoverySetting:
      'how a forgotten password is reset: by mail or text message, to an address that was verified',
    WebAuthnFactorConfiguration:
      'whether passkeys count as two factors; MfaConfiguration says whether two are demanded',
    WebAuthnRelyingPartyID: 'the name for which passkeys are made',
    EnabledMfas: 'which second factors there are; MfaConfiguration says whether one is demanded',
    IssuerConfiguration: 'the name under which tokens are issued',
    KeyConfiguration: 'the key under which the pool is encrypted can be changed only where AWS offers it',
    UserAttributeUpdateSettings: 'which attributes must be verified before they change',
    WebAuthnUserVerification: 'how a passkey is unlocked on the device of its owner',
  },
});

/** The role with which Cognito sends text messages. */
function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'SmsConfiguration.SnsCallerArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'cognito-idp.amazonaws.com' }],
  );
}

function recovery(view: ResourceView): Fact<Recovery> {
  return mapFact(
    word(view, 'DeletionProtection', 'INACTIVE'),
    (state): Recovery => ({
      backups: 'unsupported',
      deletionProtection: state === 'ACTIVE' ? 'on' : 'off',
      zones: 'many',
    }),
  );
}

/** Off unless said otherwise; OPTIONAL leaves it to each user. */
function mfaRequired(view: ResourceView): Fact<boolean> {
  return mapFact(word(view, 'MfaConfiguration', 'OFF'), (mode) => mode === 'ON');
}

function threatProtection(view: ResourceView): Fact<boolean> {
  return mapFact(word(view, 'UserPoolAddOns.AdvancedSecurityMode', 'OFF'), (mode) => mode === 'ENFORCED');
}

/** Threat protection answers suspicious sign-ins only when enforced; AUDIT just writes them down. */
function protections(view: ResourceView): Fact<readonly Protection[]> {
  return byDefault<readonly Protection[]>([
    { control: 'mfa', inForce: mfaRequired(view), origin: view.origin('MfaConfiguration') },
    {
      control: 'adaptive-authentication',
      inForce: threatProtection(view),
      origin: view.origin('UserPoolAddOns'),
    },
  ]);
}
