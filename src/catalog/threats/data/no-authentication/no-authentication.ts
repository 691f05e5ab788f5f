import type { Endpoint } from '../../../../model/entry.ts';
import { bindFact, casesOf, type Fact } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Data store that asks nobody who connects',
  statement: {
    source: 'attacker with a foothold on any host that its security groups let in',
    prerequisites: 'without a login of any kind',
    action: 'read, change and delete the data',
    impact: 'disclosure, forgery and loss of the data, and of sessions that are kept there',
  },
  stride: ['spoofing', 'information-disclosure', 'tampering'],
  techniques: ['T1078', 'T1213.006'],
  weaknesses: ['CWE-306'],
  controls: ['authentication'],
  likelihood: 2,
  impact: 4,
  howUsed:
    'Caches and search domains without a login answer whoever can open a connection. From one compromised host, attackers read sessions out of Redis, or write values that the application trusts, and need no credentials at all.',
  howTested:
    'From a host that the security groups let in, connect without a password (redis-cli -h ENDPOINT PING, or curl to the search domain). The answer must be NOAUTH or 401, never PONG or data.',
  falsePositives: 'A cache of public data that one host alone can reach.',
  references: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html',
    'https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined || element.kind !== 'data-store') return;
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'endpoints'))) {
      if (fact.kind === 'unknown') continue;
      for (const endpoint of fact.value) {
        yield* judge({
          fact: whenInside(endpoint),
          guard,
          resource,
          key: endpoint.protocol,
          origin: endpoint.origin,
          bad: (authentication) =>
            authentication === 'none' ? `whoever can connect to it over ${endpoint.protocol} is let in` : undefined,
          closedBy: (authentication, { basis }) =>
            basis === 'explicit'
              ? { control: 'authentication', note: `callers over ${endpoint.protocol} sign in: ${authentication}` }
              : undefined,
          fix: fixOf(resource, {
            control: 'authentication',
            title: 'Ask callers who they are',
            property: 'authentication settings',
            value: 'IAM authentication, users with passwords, or a token from Secrets Manager',
          }),
        });
      }
    }
  },
});

/** Ways in from networks, which no policy of AWS stands before; those of managed APIs are judged as access. */
function whenInside({ audience, authentication }: Endpoint): Fact<string> {
  // Where a service always stands is no part of what is told of its sign-in.
  if (audience.kind === 'known' && audience.value === 'network') return authentication;
  return bindFact(
    audience,
    (who): Fact<string> =>
      who === 'network' ? authentication : { kind: 'not-applicable', reason: `callers come from ${who}` },
  );
}
