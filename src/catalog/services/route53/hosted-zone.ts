import type { LogSource } from '../../../model/dimension.ts';
import { byDefault, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { property } from '../../answer.ts';
import { apiTransport, inNoRegion, throughApi } from '../../aws-api.ts';

export default defineService({
  type: 'AWS::Route53::HostedZone',
  title: 'Route 53 hosted zone',
  element: 'network',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-hostedzone.html',
  facts: {
    placement: inNoRegion,
    runsAs: notApplicable('a hosted zone acts for nobody'),
    // Names are told to everybody who asks, or to the zone's networks; that is what it is for. Changes go through the API.
    endpoints: throughApi,
    encryptionAtRest: notApplicable('names and addresses are there to be told to everybody who asks'),
    encryptionInTransit: apiTransport,
    logging,
    recovery: () => byDefault({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('a hosted zone has no property that takes a secret'),
    software: notApplicable('Route 53 runs no software that the customer chooses'),
    resourcePolicy: notApplicable('a hosted zone has no policy of its own'),
  },
  structure: {
    holds: () => byDefault({ what: 'configuration', confidentiality: 1, integrity: 3, availability: 3 }),
  },
  ignored: {
    VPCs: 'which networks may ask; names are told to whoever asks either way',
  },
});

function logging(view: ResourceView): Fact<readonly LogSource[]> {
  return mapFact(property(view, 'QueryLoggingConfig.CloudWatchLogsLogGroupArn'), (to): readonly LogSource[] => [
    { what: 'query', on: to !== undefined, ...(to !== undefined && { to }) },
  ]);
}
