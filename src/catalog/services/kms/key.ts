import type { Recovery } from '../../../model/data-keeping.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { always } from '../../../model/guard.ts';
import type { PolicySource } from '../../../model/policy.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { text } from '../../../model/text.ts';
import { flag, quantity, word } from '../../answer.ts';
import { arnPart } from '../../arn-part.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { allTrue } from '../../combine-facts.ts';
import { statedPolicies } from '../../stated-policies.ts';

export default defineService({
  type: 'AWS::KMS::Key',
  title: 'KMS key',
  element: 'data-store',
  service: 'serverless',
  documentation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a key acts for nobody'),
    endpoints: throughApi,
    encryptionAtRest: notApplicable('key material stays within hardware security modules'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('every use of a key is recorded by CloudTrail, for which the trail answers'),
    recovery,
    secretsInClear: notApplicable('a key has no property that takes a secret'),
    software: notApplicable('KMS runs no software that the customer chooses'),
    resourcePolicy: keyPolicy,
  },
  structure: {
    holds: () => byDefault({ what: 'keys', confidentiality: 3, integrity: 3, availability: 3 }),
    settings: (view) => byDefault({ keyRotation: rotation(view) }),
  },
  ignored: {
    BypassPolicyLockoutSafetyCheck: 'it speaks about the moment of deployment; the policy itself is read',
    KeyUsage: 'what the key is for does not change who may use it',
    MultiRegion: 'a replica is a resource of its own, with a policy of its own',
    RotationPeriodInDays: 'rotation counts, whatever its period between 90 and 2560 days',
  },
});

/** Deletion waits 7 to 30 days, 30 unless said otherwise, and can be cancelled meanwhile. */
function recovery(view: ResourceView): Fact<Recovery> {
  return mapFact(
    quantity(view, 'PendingWindowInDays', 30),
    (days): Recovery => ({
      backups: 'unsupported',
      retentionDays: days,
      deletionProtection: 'on',
      zones: 'many',
    }),
  );
}

/**
 * Only symmetric encryption keys whose material KMS makes rotate by themselves; a disabled key does not rotate.
 * https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
function rotation(view: ResourceView): Fact<boolean> {
  return bindFact(word(view, 'KeySpec', 'SYMMETRIC_DEFAULT'), (spec): Fact<boolean> => {
    if (spec !== 'SYMMETRIC_DEFAULT') return notApplicable(`KMS cannot rotate keys of ${spec} by itself`);
    return bindFact(word(view, 'Origin', 'AWS_KMS'), (origin): Fact<boolean> => {
      if (origin !== 'AWS_KMS') return notApplicable('KMS cannot rotate material that it did not make');
      return allTrue([flag(view, 'EnableKeyRotation', false), flag(view, 'Enabled', true)]);
    });
  });
}

/**
 * Without a policy, KMS attaches the one that leaves everything to the account's IAM policies.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function keyPolicy(view: ResourceView): Fact<readonly PolicySource[]> {
  return bindFact(
    statedPolicies(view, 'KeyPolicy', 'key policy'),
    (stated): Fact<readonly PolicySource[]> => (stated.length > 0 ? given(stated) : byDefault([defaultPolicy(view)])),
  );
}

function defaultPolicy(view: ResourceView): PolicySource {
  const origin = view.origin();
  const arn = view.resource.arn ?? [];
  const root = text('arn:', ...arnPart(arn, 1), ':iam::', ...arnPart(arn, 4), ':root');
  return {
    name: 'default key policy',
    kind: 'resource',
    statedBy: view.resource.id,
    document: {
      version: '2012-10-17',
      origin,
      guard: view.resource.guard,
      statements: [
        {
          sid: 'Enable IAM User Permissions',
          effect: 'Allow',
          principals: [{ kind: 'AWS', value: root }],
          actions: [['kms:*']],
          resources: [['*']],
          conditions: [],
          origin,
          guard: always,
          index: 0,
        },
      ],
    },
  };
}
