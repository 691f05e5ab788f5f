import { defineDetection, type Sight, type WatchedPlace, type WatchedUse } from '../../model/detection.ts';
import { recordsEvent, trailsOf } from '../recording-trails.ts';
import { type TrailEvent, trailEventOf } from '../trail-event.ts';
import { sightOf, watchOf } from '../watch-state.ts';

export default defineDetection({
  title: 'CloudTrail trail',
  service: 'AWS CloudTrail',
  control: 'audit-trail',
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
  ],
  sights(use, place) {
    const events = use.actions.flatMap((action) => trailEventOf(action) ?? []);
    const kinds = [...new Set(events.map(({ type }) => type))];
    return kinds.map((kind) =>
      sight(
        use,
        place,
        events.filter(({ type }) => type === kind),
      ),
    );
  },
});

/** One sight for events of a kind: a trail must record all of them. */
function sight(use: WatchedUse, place: WatchedPlace, events: readonly TrailEvent[]): Sight {
  const [{ category, type } = { category: 'management' as const, type: undefined }] = events;
  const kind = type === undefined ? 'management events' : `data events of ${type}`;
  const { resource: on } = use;
  const watch = watchOf(use, place, {
    resources: trailsOf(place),
    control: category === 'data' ? 'data-events' : 'audit-trail',
    name: 'trail',
    does: `records ${kind} here`,
    judge(trail) {
      const answers = events.map((event) => recordsEvent(trail, place, { event, ...(on !== undefined && { on }) }));
      if (answers.includes(false)) return false;
      return !answers.includes('unknown') || 'unknown';
    },
  });
  return sightOf(watch, {
    as: 'record',
    what: `${kind} ${[...new Set(events.map(({ name }) => name))].join(', ')}`,
    enable:
      category === 'data'
        ? `an event selector for ${kind} in a trail of ${place.name}`
        : `a trail of all regions with management events in ${place.name}`,
  });
}
