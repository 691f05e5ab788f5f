import type { Forward } from '../../../../model/entry.ts';
import { casesOf } from '../../../../model/fact.ts';
import { and, type Guard, isPossible } from '../../../../model/guard.ts';
import type { Origin } from '../../../../model/origin.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import type { Element } from '../../../../model/system.ts';
import { defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { flowsTo } from '../../../flows-by-end.ts';
import { settingOf } from '../../../judge-setting.ts';
import { arnOf } from '../../../moves/permission.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Logs that never arrive',
  statement: {
    source: 'intruder, or anyone who is responsible for a fault',
    prerequisites: 'who acts where a log is believed to be kept',
    action: 'act without leaving a record',
    impact: 'an incident of which nobody can tell what happened, noticed only when the log is needed',
  },
  stride: ['repudiation'],
  techniques: ['T1562.008'],
  weaknesses: ['CWE-778', 'CWE-223'],
  controls: ['access-logs', 'narrow-key-policy'],
  likelihood: 3,
  impact: 3,
  howUsed:
    "Nobody notices a log that stopped long ago until it is needed. Intruders who know that the key or bucket refuses the log's service need not switch anything off.",
  howTested:
    "Cause an event and look for it at the destination. The bucket's or key's policy must name the log service, and for trails aws cloudtrail get-trail-status must show a recent LatestDeliveryTime and no LatestDeliveryError.",
  falsePositives: 'Destinations to which another way of delivery has been set up.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html',
  ],
  // Told of the destination: it is what does not take the logs, of however many senders.
  *find(element, ask) {
    const destination = subjectOf(element, ask.system);
    if (destination === undefined) return;
    for (const sender of sendersTo(element, ask)) {
      for (const { guard, fact } of casesOf(ask.system.fact(sender.id, 'forwards'))) {
        if (fact.kind === 'unknown') continue;
        for (const forward of fact.value)
          if (forward.kind === 'log') yield* judged(ask, sender, { forward, guard, destination });
      }
    }
  },
});

/** Whatever a drawn flow of logs comes from. */
function sendersTo({ id }: Element, { system }: Questions): readonly Resource[] {
  const from = flowsTo(system.model, id).flatMap((flow) => (flow.kind === 'log' ? [flow.from] : []));
  return [...new Set(from)].flatMap((sender) => {
    const resource = system.element(sender)?.resource;
    const found = resource === undefined ? undefined : system.resource(resource);
    return found !== undefined && Object.hasOwn(deliveries, found.type) ? [found] : [];
  });
}

interface Delivery {
  /** Who writes the log on behalf of the sender. */
  readonly service: string;
  /** Does the service write where a key of the customer encrypts, and where objects are locked by default? */
  readonly underKeys: 'never' | 'when-the-key-allows';
  readonly underLocks: boolean;
}

const deliveries: Readonly<Record<string, Delivery>> = {
  // type: what a log is delivered by and may be encrypted with is different for each service
  'AWS::S3::Bucket': { service: 'logging.s3.amazonaws.com', underKeys: 'never', underLocks: false },
  // type: as above
  'AWS::CloudFront::Distribution': {
    service: 'delivery.logs.amazonaws.com',
    underKeys: 'when-the-key-allows',
    underLocks: true,
  },
};

interface Sending {
  readonly forward: Forward;
  readonly guard: Guard;
  readonly destination: Resource;
}

function* judged(ask: Questions, sender: Resource, { forward, guard, destination }: Sending): Iterable<ThreatMatch> {
  const delivery = deliveries[sender.type];
  if (delivery === undefined) return;
  for (const target of ask.system.resolve(forward.to, sender.id)) {
    if (target.kind !== 'resource' || target.resource.id !== destination.id) continue;
    for (const obstacle of obstacles(ask, target.resource, delivery)) {
      const all = and(guard, target.guard, obstacle.guard);
      if (isPossible(all)) yield matchOf({ sender, forward, destination: target.resource, obstacle, guard: all });
    }
  }
}

interface Obstacle {
  readonly because: string;
  readonly place: Resource;
  readonly origin?: Origin;
  readonly guard: Guard;
}

function obstacles(ask: Questions, bucket: Resource, delivery: Delivery): readonly Obstacle[] {
  return [...locks(ask, bucket, delivery), ...keys(ask, bucket, delivery)];
}

function locks(ask: Questions, bucket: Resource, { service, underLocks }: Delivery): readonly Obstacle[] {
  if (underLocks) return [];
  const because = `${bucket.address} locks every new object, which ${service} cannot write`;
  return casesOf(settingOf(ask.system, bucket.id, 'immutable')).flatMap(({ guard, fact }) =>
    fact.kind === 'known' && fact.value ? [{ because, place: bucket, ...firstOf(fact.origins), guard }] : [],
  );
}

function keys(ask: Questions, bucket: Resource, { service, underKeys }: Delivery): readonly Obstacle[] {
  return casesOf(ask.system.fact(bucket.id, 'encryptionAtRest')).flatMap(({ guard, fact }): readonly Obstacle[] => {
    if (fact.kind === 'unknown' || fact.value.by !== 'customer-key') return [];
    const never = `${bucket.address} is encrypted with a KMS key, under which ${service} does not write`;
    if (underKeys === 'never') return [{ because: never, place: bucket, ...firstOf(fact.origins), guard }];
    if (fact.value.key === undefined) return [];
    return ask.system
      .resolve(fact.value.key, bucket.id)
      .flatMap((end) =>
        end.kind === 'resource' && !mayUse(ask, end.resource, service)
          ? [{ because: refusal(end.resource, bucket, service), place: end.resource, guard: and(guard, end.guard) }]
          : [],
      );
  });
}

function firstOf([origin]: readonly Origin[]): Pick<Obstacle, 'origin'> {
  return origin === undefined ? {} : { origin };
}

function refusal(key: Resource, bucket: Resource, service: string): string {
  return `the policy of key ${key.address}, which encrypts ${bucket.address}, does not let ${service} use it`;
}

function mayUse(ask: Questions, key: Resource, service: string): boolean {
  const { verdict } = ask.access.decide({
    caller: { kind: 'service', service },
    action: 'kms:GenerateDataKey',
    resource: arnOf(key),
    on: key.id,
  });
  return verdict !== 'deny';
}

function matchOf(found: {
  readonly sender: Resource;
  readonly forward: Forward;
  readonly destination: Resource;
  readonly obstacle: Obstacle;
  readonly guard: Guard;
}): ThreatMatch {
  const { sender, forward, destination, obstacle, guard } = found;
  const evidence: Evidence = {
    note: `${forward.because}, and it does not arrive: ${obstacle.because}`,
    origin: obstacle.origin ?? obstacle.place.origin,
  };
  return {
    key: keyUnder(`from ${sender.address}`, guard),
    guard,
    status: 'open',
    evidence: [evidence, { note: forward.because, origin: forward.origin }],
    controls: [],
    fix: fixOf(obstacle.place, {
      control: obstacle.place === destination ? 'access-logs' : 'narrow-key-policy',
      title: `Let the log of ${sender.address} arrive`,
      property: obstacle.place === destination ? 'BucketEncryption and ObjectLockConfiguration' : 'KeyPolicy',
      value:
        obstacle.place === destination
          ? 'SSE-S3, without default retention'
          : 'a statement for the delivery service, with kms:GenerateDataKey* and aws:SourceAccount',
    }),
  };
}
