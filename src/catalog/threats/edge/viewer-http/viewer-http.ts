import type { Endpoint } from '../../../../model/entry.ts';
import { casesOf } from '../../../../model/fact.ts';
import type { Element } from '../../../../model/system.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, partAt, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Callers may use plain HTTP',
  statement: {
    source: 'person who can listen on the network of a caller',
    prerequisites: 'such as a shared wireless network',
    action: 'read and change requests and answers, sessions and sign-ins as well',
    impact: 'taken over sessions and false content',
  },
  stride: ['information-disclosure', 'tampering', 'spoofing'],
  techniques: ['T1040', 'T1539'],
  weaknesses: ['CWE-319'],
  controls: ['tls-required'],
  likelihood: 3,
  impact: 3,
  howUsed:
    'In a shared network the attacker answers before the real server, or strips the upgrade to HTTPS, and then reads cookies and passwords. One request over HTTP is enough for a cookie without the Secure flag.',
  howTested:
    'curl -sI http://HOST must redirect or be refused, for every behaviour of the distribution. The page must set Strict-Transport-Security, and its cookies must carry Secure.',
  falsePositives: 'Content that is public and whose integrity does not matter.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'endpoints'))) {
      if (fact.kind === 'unknown') continue;
      for (const endpoint of fact.value.filter((each) => isForCallers(element, each))) {
        yield* judge({
          fact: endpoint.encrypted,
          guard,
          resource,
          origin: endpoint.origin,
          key: `${endpoint.protocol}/${endpoint.port ?? 'any'}`,
          bad: (encrypted) =>
            encrypted === 'required' ? undefined : `it answers plain HTTP on port ${endpoint.port ?? 'any'}`,
          closedBy: () => ({ control: 'tls-required', note: 'requests over plain HTTP are sent on to HTTPS' }),
          whenUnknown: false,
          fix: fixOf(partAt(element, endpoint.origin, system) ?? resource, {
            control: 'tls-required',
            title: 'Send callers to HTTPS',
            property: 'viewer or listener protocol',
            value: 'redirect to HTTPS',
          }),
        });
      }
    }
  },
});

/** Ways in over HTTP that callers use: of front doors and code, and public pages of buckets; not those of databases. */
function isForCallers({ kind }: Element, { protocol, audience }: Endpoint): boolean {
  const isPublic = casesOf(audience).some(({ fact }) => fact.kind === 'known' && fact.value === 'internet');
  return protocol === 'http' && (kind !== 'data-store' || isPublic);
}
