import type { Forward } from '../../../model/entry.ts';
import type { Fact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { within } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

/** Where a bucket sends things by itself: notifications, replicas, access logs. All of it on AWS's own encrypted ways. */
export function bucketForwards(view: ResourceView): Fact<readonly Forward[]> {
  return flowsOf(view, [...notifications(view), ...replicas(view), ...accessLogs(view)]);
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
      return statedFlow(to, { kind, because: `${view.resource.address} tells about changed objects` });
    }),
  );
}

function replicas(view: ResourceView): readonly Forward[] {
  return guardedMembers(view, 'ReplicationConfiguration.Rules').flatMap((rule) => {
    const to = within(view, rule).read('Destination.Bucket');
    return statedFlow(to, { kind: 'replication', because: `${view.resource.address} is replicated` });
  });
}

function accessLogs(view: ResourceView): readonly Forward[] {
  const to = view.read('LoggingConfiguration.DestinationBucketName');
  return statedFlow(to, { kind: 'log', because: `${view.resource.address} writes its access log there` });
}
