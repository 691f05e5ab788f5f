import type { LogSource, Placement } from '../../../model/dimension.ts';
import { byDefault, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { word } from '../../answer.ts';
import { apiTransport, throughApi } from '../../aws-api.ts';
import { blocksKnownAttacks, limitsRates, stopsRequests } from './web-acl-force.ts';

export default defineService({
  type: 'AWS::WAFv2::WebACL',
  title: 'web ACL',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webacl.html',
  facts: {
    placement: (view) =>
      mapFact(
        word(view, 'Scope', 'REGIONAL'),
        (scope): Placement => ({
          zone: scope === 'CLOUDFRONT' ? 'edge' : 'region',
          subnets: [],
          securityGroups: [],
          publicAddress: byDefault('no'),
        }),
      ),
    runsAs: notApplicable('a web ACL has no role'),
    endpoints: throughApi,
    encryptionAtRest: notApplicable('a web ACL stores no data of the customer'),
    encryptionInTransit: apiTransport,
    // Turned on by an AWS::WAFv2::LoggingConfiguration.
    logging: (view) => byDefault<readonly LogSource[]>([{ what: 'access', on: false }], [view.origin()]),
    recovery: notApplicable('a web ACL holds nothing that could be lost'),
    secretsInClear: notApplicable('a web ACL has no property that takes a secret'),
    software: notApplicable('WAF runs no software that the customer chooses'),
    resourcePolicy: notApplicable('a web ACL has no policy of its own'),
  },
  structure: {
    settings: (view) => byDefault({ blocksKnownAttacks: blocksKnownAttacks(view) }),
    protections: (view) =>
      byDefault([
        { control: 'web-acl', inForce: stopsRequests(view), origin: view.origin('Rules') },
        { control: 'rate-limit', inForce: limitsRates(view), origin: view.origin('Rules') },
      ]),
  },
  ignored: {
    DataProtectionConfig: 'which fields are hidden in its logs',
    TokenDomains: 'for which domains an answered challenge counts',
  },
});
