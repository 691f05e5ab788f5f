import type { LogSource } from '../../../model/dimension.ts';
import type { Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { flag, present, property } from '../../answer.ts';
import { apiTransport, inRegion, throughApi } from '../../aws-api.ts';
import { encryptedBy } from '../../encryption-key.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::CloudTrail::Trail',
  title: 'CloudTrail trail',
  element: 'control',
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
  facts: {
    placement: inRegion,
    runsAs,
    endpoints: throughApi,
    // Without a key, log files are encrypted by S3: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
    encryptionAtRest: (view) => encryptedBy(view, 'KMSKeyId', 'aws-owned-key'),
    encryptionInTransit: apiTransport,
    logging,
    recovery: notApplicable('its log files are kept by the bucket, which answers'),
    secretsInClear: notApplicable('a trail has no property that takes a secret'),
    software: notApplicable('CloudTrail runs no software that the customer chooses'),
    resourcePolicy: notApplicable('a trail has no policy of its own'),
  },
  structure: {
    forwards,
    settings: (view) =>
      byDefault({
        validated: flag(view, 'EnableLogFileValidation', false),
        multiRegion: flag(view, 'IsMultiRegionTrail', false),
        watched: present(view, 'CloudWatchLogsLogGroupArn'),
      }),
    protections: (view) =>
      byDefault([
        { control: 'audit-trail', inForce: flag(view, 'IsLogging', false), origin: view.origin('IsLogging') },
      ]),
  },
  ignored: {
    AggregationConfigurations: 'summaries of what is written anyway',
    AdvancedEventSelectors: 'which events on data are written besides those on management',
    EventSelectors: 'which events on data are written besides those on management',
  },
});

/** The role that writes to the log group. */
function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'CloudWatchLogsRoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'cloudtrail.amazonaws.com' }],
  );
}

function logging(view: ResourceView): Fact<readonly LogSource[]> {
  return bindFact(flag(view, 'IsLogging', false), (on) =>
    mapFact(property(view, 'S3BucketName'), (to): readonly LogSource[] => [
      { what: 'audit', on, ...(to !== undefined && { to }) },
    ]),
  );
}

const receivers = [
  { path: 'S3BucketName', kind: 'log' },
  { path: 'CloudWatchLogsLogGroupArn', kind: 'log' },
  { path: 'SnsTopicName', kind: 'event' },
] as const;

/** Where it writes; a trail that is switched off writes nowhere. */
function forwards(view: ResourceView): Fact<readonly Forward[]> {
  return bindFact(flag(view, 'IsLogging', false), (on): Fact<readonly Forward[]> => {
    if (!on) return given([]);
    const because = `trail ${view.resource.address} writes there`;
    return flowsOf(
      view,
      receivers.flatMap(({ path, kind }) => statedFlow(view.read(path), { kind, because })),
    );
  });
}
