import type { Recovery } from '../../../model/data-keeping.ts';
import type { Endpoint } from '../../../model/entry.ts';
import { allFacts, bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag, present, quantity } from '../../answer.ts';
import { apiEndpoint, apiTransport, inRegion } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { statedPolicies } from '../../stated-policies.ts';

export default defineService({
  type: 'AWS::Logs::LogGroup',
  title: 'CloudWatch log group',
  element: 'data-store',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html',
  facts: {
    placement: inRegion,
    runsAs: notApplicable('a log group acts for nobody'),
    endpoints,
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/data-protection.html
    encryptionAtRest: (view) => encryptedBy(view, 'KmsKeyId', 'aws-owned-key'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('it is a log itself; use of its API is recorded by CloudTrail, for which the trail answers'),
    recovery,
    secretsInClear: notApplicable('a log group has no property that takes a secret'),
    software: notApplicable('CloudWatch Logs runs no software that the customer chooses'),
    resourcePolicy: (view) => statedPolicies(view, 'ResourcePolicyDocument', 'log group policy'),
  },
  structure: {
    holds: () => byDefault({ what: 'logs', confidentiality: 2, integrity: 3, availability: 1 }),
    protections: (view) =>
      mapFact(present(view, 'DataProtectionPolicy'), (masks) =>
        masks ? [{ control: 'data-masking', inForce: given(true), origin: view.origin('DataProtectionPolicy') }] : [],
      ),
  },
  ignored: {
    LogGroupClass: 'how dear it is to keep and to search',
  },
});

/** Bearer tokens are a second way in, beside signed requests. */
function endpoints(view: ResourceView): Fact<readonly Endpoint[]> {
  const api = apiEndpoint(view);
  return bindFact(flag(view, 'BearerTokenAuthenticationEnabled', false), (tokens) => {
    if (!tokens) return byDefault<readonly Endpoint[]>([api]);
    const origin = view.origin('BearerTokenAuthenticationEnabled');
    return given<readonly Endpoint[]>([
      api,
      { ...api, authentication: given('api-key'), audience: given('internet'), origin },
    ]);
  });
}

/** Events are kept for good unless a number of days is given (0 stands for that). There are no backups. */
function recovery(view: ResourceView): Fact<Recovery> {
  return mapFact(
    allFacts({
      days: quantity(view, 'RetentionInDays', 0),
      locked: flag(view, 'DeletionProtectionEnabled', false),
    }),
    ({ days, locked }): Recovery => ({
      backups: 'unsupported',
      ...(days > 0 && { retentionDays: days }),
      deletionProtection: locked ? 'on' : 'off',
      zones: 'many',
    }),
  );
}
