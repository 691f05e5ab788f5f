import { defineDetection, type WatchedPlace } from '../../model/detection.ts';
import type { Resource } from '../../model/resource.ts';
import { admits, askedFor, asksOnlyFor, isListening } from '../event-rules.ts';
import { recordsEvent, trailsOf } from '../recording-trails.ts';
import { settledText } from '../settled-value.ts';
import { isNameOf, type TrailEvent, trailEventOf } from '../trail-event.ts';
import { sightOf, watchOf } from '../watch-state.ts';

/** A rule of EventBridge on a call by name, with a target that is told. */
export default defineDetection({
  title: 'EventBridge rule on calls',
  service: 'Amazon EventBridge',
  control: 'alarms',
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html'],
  sights(use, place) {
    const rules = place.inAccount('AWS::Events::Rule').filter((rule) => isOnCalls(rule, place));
    // What no rule here asks for is told by the alarm on the trail, which is the usual way.
    return use.actions.flatMap((action) => {
      const event = trailEventOf(action);
      if (event === undefined || rules.length === 0) return [];
      const watch = watchOf(use, place, {
        resources: rules,
        control: 'alarms',
        name: 'rule',
        does: `tells of ${event.name}`,
        judge: (rule) => tells(rule, event, place),
      });
      if (watch.state === 'unknown' || watch.state === 'attested') return [];
      return [sightOf(watch, { as: 'alert', told: true, what: `a rule on ${event.name}`, enable: '' })];
    });
  },
});

function isOnCalls(rule: Resource, { system }: WatchedPlace): boolean {
  const asked = askedFor(rule, 'detail-type', system.model.assumed);
  return Array.isArray(asked) && asked.includes('AWS API Call via CloudTrail');
}

/**
 * Events reach EventBridge in their region when a trail records them; those of calls that only read reach rules that ask
 * for them by their state.
 */
function tells(rule: Resource, event: TrailEvent, place: WatchedPlace): boolean | 'unknown' {
  const { assumed } = place.system.model;
  const isHere = event.isGlobal || place.inRegion(rule.type).includes(rule);
  const named = askedFor(rule, 'detail.eventName', assumed);
  const state = settledText(rule, 'State', assumed);
  const admitted =
    event.reads && event.category === 'management' ? state === 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' : true;
  const recorded = trailsOf(place).map((trail) => recordsEvent(trail, place, { event }));
  const answers = [
    isHere,
    admitted,
    isListening(rule, assumed),
    asksOnlyFor(rule, ['eventName', 'eventSource'], assumed),
    admits(named, (word) => (word.endsWith('*') ? event.name.startsWith(word.slice(0, -1)) : isNameOf(event, word))),
    recorded.includes(true) || 'unknown',
  ];
  if (answers.includes(false)) return false;
  return answers.includes('unknown') ? 'unknown' : true;
}
