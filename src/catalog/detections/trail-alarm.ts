import { defineDetection, type WatchedPlace } from '../../model/detection.ts';
import type { Resource } from '../../model/resource.ts';
import { recordsEvent } from '../recording-trails.ts';
import { settledFlag, settledItems, settledText, settledValue } from '../settled-value.ts';
import { isNameOf, type TrailEvent, trailEventOf } from '../trail-event.ts';
import { sightOf, watchOf } from '../watch-state.ts';

/** A metric filter that counts events of the trail by name, with an alarm that tells somebody. */
export default defineDetection({
  title: 'Alarm on events of the trail',
  service: 'Amazon CloudWatch',
  control: 'alarms',
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html'],
  sights(use, place) {
    const events = use.actions.flatMap((action) => trailEventOf(action) ?? []);
    // Reading calls are so many that nobody counts them.
    return events
      .filter(({ reads, category }) => category === 'management' && !reads)
      .map((event) => {
        const filters = place.inAccount('AWS::Logs::MetricFilter');
        const watch = watchOf(use, place, {
          resources: filters,
          control: 'alarms',
          name: 'metric filter',
          does: `raises an alarm for ${event.name}`,
          judge: (filter) => isAlarming(filter, event, place),
        });
        return sightOf(watch, {
          as: 'alert',
          told: true,
          what: `an alarm that counts ${event.name}`,
          enable: `metric filters on the log group of the trail with alarms that act, in ${place.name}`,
        });
      });
  },
});

function isAlarming(filter: Resource, event: TrailEvent, place: WatchedPlace): boolean | 'unknown' {
  const { assumed } = place.system.model;
  const pattern = settledText(filter, 'FilterPattern', assumed);
  if (pattern === undefined || !pattern.includes('eventName')) return pattern === 'unknown' ? 'unknown' : false;
  const names = pattern.match(/eventName\s*=\s*"?[\w*]+/g) ?? [];
  const counts = names.some((one) => isNameOf(event, one.replace(/^.*=\s*"?/, '')));
  if (!counts) return false;
  // Further conditions, such as the root user alone, are not read.
  if (/&&|!=|NOT /.test(pattern)) return 'unknown';
  const isFed = place
    .inAccount('AWS::CloudTrail::Trail')
    .filter((trail) => isSameLogGroup(trail, filter, place))
    .map((trail) => recordsEvent(trail, place, { event }));
  if (!isFed.includes(true)) return isFed.includes('unknown') ? 'unknown' : false;
  return hasAlarm(filter, place);
}

/** Do the events of the trail arrive in the log group of the filter? */
function isSameLogGroup(trail: Resource, filter: Resource, { system }: WatchedPlace): boolean {
  const group = (resource: Resource, path: string) => {
    const value = settledValue(resource, path, system.model.assumed);
    if (value === undefined || value === 'unknown') return [];
    return system
      .resolve(value, resource.id, ['AWS::Logs::LogGroup'])
      .flatMap((target) => (target.kind === 'resource' ? [target.resource.id] : []));
  };
  const fed = new Set(group(trail, 'CloudWatchLogsLogGroupArn'));
  return group(filter, 'LogGroupName').some((one) => fed.has(one));
}

/** An alarm on the metric that the filter counts in, which does something. */
function hasAlarm(filter: Resource, { system, inAccount }: WatchedPlace): boolean | 'unknown' {
  const { assumed } = system.model;
  const made = settledItems(settledValue(filter, 'MetricTransformations', assumed), assumed);
  if (made === 'unknown') return made;
  const names = made.map((one) =>
    settledText({ ...filter, properties: one.kind === 'map' ? one : filter.properties }, 'MetricName', assumed),
  );
  return inAccount('AWS::CloudWatch::Alarm').some((alarm) => {
    const actions = settledItems(settledValue(alarm, 'AlarmActions', assumed), assumed);
    const acts = actions === 'unknown' || actions.length > 0;
    const enabled = settledFlag(alarm, 'ActionsEnabled', { assumed, whenAbsent: true }) !== false;
    return acts && enabled && names.includes(settledText(alarm, 'MetricName', assumed));
  });
}
