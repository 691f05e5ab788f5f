import type { Endpoint, LogSource } from '../../../model/dimension.ts';
import { bindFact, byDefault, type Fact, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { present, property } from '../../answer.ts';
import { inNoRegion } from '../../aws-api.ts';

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
    endpoints,
    encryptionAtRest: notApplicable('names and addresses are there to be told to everybody who asks'),
    // DNS as such is plain; signatures (DNSSEC) protect answers from change, not from being read.
    encryptionInTransit: () => byDefault({ state: 'none' }),
    logging,
    recovery: () => byDefault({ backups: 'unsupported', deletionProtection: 'unsupported', zones: 'many' }),
    secretsInClear: notApplicable('a hosted zone has no property that takes a secret'),
    software: notApplicable('Route 53 runs no software that the customer chooses'),
    resourcePolicy: notApplicable('a hosted zone has no policy of its own'),
  },
  structure: {
    holds: () => byDefault({ what: 'configuration', confidentiality: 1, integrity: 3, availability: 3 }),
  },
  ignored: {},
});

/** A zone with networks answers within these alone. */
function endpoints(view: ResourceView): Fact<readonly Endpoint[]> {
  const origin = view.origin('VPCs');
  const asked = bindFact(present(view, 'VPCs'), (isPrivate) =>
    byDefault<'internet' | 'network' | 'account'>(isPrivate ? 'network' : 'internet'),
  );
  return mapFact(asked, (audience): readonly Endpoint[] => [
    {
      protocol: 'dns',
      port: 53,
      authentication: byDefault('none'),
      audience: byDefault(audience),
      encrypted: byDefault('none'),
      origin,
    },
  ]);
}

function logging(view: ResourceView): Fact<readonly LogSource[]> {
  return mapFact(property(view, 'QueryLoggingConfig.CloudWatchLogsLogGroupArn'), (to): readonly LogSource[] => [
    { what: 'query', on: to !== undefined, ...(to !== undefined && { to }) },
  ]);
}
