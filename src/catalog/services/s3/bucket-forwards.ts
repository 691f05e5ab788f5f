import type { Forward } from '../../../model/dimension.ts';
import { byDefault, type Fact, given } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import { within } from '../../answer.ts';
import { isGiven } from '../../combine-facts.ts';
import { guardedMembers } from '../../guarded-members.ts';

/** Where a bucket sends things by itself: notifications, replicas, access logs. All of it on AWS's own encrypted ways. */
export function bucketForwards(view: ResourceView): Fact<readonly Forward[]> {
  const forwards = [...notifications(view), ...replicas(view), ...accessLogs(view)];
  return forwards.length === 0 ? byDefault<readonly Forward[]>([], [view.origin()]) : given(forwards);
}

const receivers = [
  { list: 'LambdaConfigurations', target: 'Function', kind: 'invoke' },
  { list: 'QueueConfigurations', target: 'Queue', kind: 'event' },
  { list: 'TopicConfigurations', target: 'Topic', kind: 'event' },
] as const;

function notifications(view: ResourceView): readonly Forward[] {
  return receivers.flatMap(({ list, target, kind }) =>
    guardedMembers(view, `NotificationConfiguration.${list}`).flatMap((item) => {
      const to = within(view, item).read(target);
      return sent(to, { kind, because: `${view.resource.address} tells about changed objects` });
    }),
  );
}

function replicas(view: ResourceView): readonly Forward[] {
  return guardedMembers(view, 'ReplicationConfiguration.Rules').flatMap((rule) => {
    const to = within(view, rule).read('Destination.Bucket');
    return sent(to, { kind: 'replication', because: `${view.resource.address} is replicated` });
  });
}

function accessLogs(view: ResourceView): readonly Forward[] {
  const to = view.read('LoggingConfiguration.DestinationBucketName');
  return sent(to, { kind: 'log', because: `${view.resource.address} writes its access log there` });
}

function sent(
  to: Value | undefined,
  how: { readonly kind: Forward['kind']; readonly because: string },
): readonly Forward[] {
  if (to === undefined || !isGiven(to)) return [];
  const way = { protocol: 'https', port: 443, encrypted: byDefault(true), authentication: 'iam' } as const;
  return [{ ...how, ...way, to, origin: to.origin }];
}
