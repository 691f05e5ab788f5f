import type { AnswerOf, Protection } from '../../../../model/dimension.ts';
import { bindFact, byDefault, casesOf, type Fact, given } from '../../../../model/fact.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Element } from '../../../../model/system.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { allTrue, anyTrue } from '../../../combine-facts.ts';
import { flowsFrom } from '../../../flows-by-end.ts';
import { isLonePart } from '../../../lone-part.ts';
import { isPublicEntry } from '../../../public-entry.ts';
import { fixOf, judge, partThatSays, subjectOf } from '../../../threat-match.ts';

type Settings = AnswerOf<'settings'>;

export default defineThreat({
  title: 'Public entry without a limit on requests',
  statement: {
    source: 'anyone on the internet',
    prerequisites: 'with a simple script',
    action: 'send more requests than the system was made for',
    impact: 'outage for all callers, exhausted account limits and a high bill',
  },
  stride: ['denial-of-service'],
  techniques: ['T1499.002', 'T1496.004'],
  weaknesses: ['CWE-770', 'CWE-799'],
  controls: ['rate-limit'],
  likelihood: 2,
  impact: 3,
  falsePositives: 'Limits of the account that are low enough and shared with nothing else.',
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
  ],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined) return;
    const own = ownLimit(ask.system.fact(resource.id, 'settings'));
    const isStage = own.length > 0 && isLonePart(element, ask.system);
    if (!isStage && !isPublicEntry(element, resource, ask)) return;
    const behind = limitsBehind(element, ask.system);
    const limits = [...own, ...(behind.length === 0 ? [] : [allTrue(behind)])];
    if (limits.length === 0) return;
    yield* judge({
      fact: anyTrue([...limits, rateRule(ask.system.fact(resource.id, 'protections'))]),
      resource,
      bad: (limited) => (limited ? undefined : 'nothing limits the rate of requests but the limits of the account'),
      closedBy: () => ({ control: 'rate-limit', note: 'the rate of requests, or what they may use up, is limited' }),
      fix: fixOf(
        partThatSays(element, ask.system, 'settings', ({ throttled }) => throttled !== undefined) ?? resource,
        {
          control: 'rate-limit',
          title: 'Limit the rate of requests',
          property: 'throttling of the stage or route',
          value: 'a rate and burst limit, and a rate-based rule against single callers',
        },
      ),
    });
  },
});

/** The limit that the entry itself sets, under whatever condition. */
function ownLimit(settings: Fact<Settings>): readonly Fact<boolean>[] {
  const known = casesOf(settings).some(({ fact }) => fact.kind === 'known' && fact.value.throttled !== undefined);
  return known ? [bindFact(settings, ({ throttled }) => throttled ?? byDefault(false))] : [];
}

/** Concurrency that is set aside for the code that it calls; what hands on to servers is limited by other means. */
function limitsBehind(element: Element, { model, element: at, fact }: Questions['system']): readonly Fact<boolean>[] {
  const onward = flowsFrom(model, element.id);
  if (onward.some(({ kind }) => kind === 'request')) return [];
  return onward
    .filter(({ kind }) => kind === 'invoke')
    .flatMap(({ to }) => at(to)?.resource ?? [])
    .flatMap((resource) => ownLimit(fact(resource, 'settings')));
}

/** A web ACL that counts requests by source and stops those above a limit. */
function rateRule(protections: Fact<readonly Protection[]>): Fact<boolean> {
  if (protections.kind === 'not-applicable') return given(false);
  return bindFact(protections, (all) =>
    anyTrue(all.filter(({ control }) => control === 'rate-limit').map(({ inForce }) => inForce)),
  );
}
