import type { Protection } from '../../../../model/dimension.ts';
import { bindFact, casesOf, type Fact, given } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { anyTrue } from '../../../combine-facts.ts';
import { isPublicEntry } from '../../../public-entry.ts';
import { fixOf, judge, partThatSays, subjectOf } from '../../../threat-match.ts';

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
    if (resource === undefined || !isPublicEntry(element, resource, ask)) return;
    for (const { guard, fact } of casesOf(ask.system.fact(resource.id, 'settings'))) {
      if (fact.kind === 'unknown' || fact.value.throttled === undefined) continue;
      const limited = anyTrue([fact.value.throttled, rateRule(ask.system.fact(resource.id, 'protections'))]);
      yield* judge({
        fact: limited,
        guard,
        resource,
        bad: (limits) => (limits ? undefined : 'nothing limits the rate of requests but the limits of the account'),
        closedBy: () => ({ control: 'rate-limit', note: 'the rate of requests is limited' }),
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
    }
  },
});

/** A web ACL that counts requests by source and stops those above a limit. */
function rateRule(protections: Fact<readonly Protection[]>): Fact<boolean> {
  if (protections.kind === 'not-applicable') return given(false);
  return bindFact(protections, (all) =>
    anyTrue(all.filter(({ control }) => control === 'rate-limit').map(({ inForce }) => inForce)),
  );
}
