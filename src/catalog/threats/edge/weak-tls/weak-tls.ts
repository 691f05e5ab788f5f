import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Outdated TLS versions accepted',
  statement: {
    source: 'person who can listen on the network between callers and the service',
    prerequisites: 'where a caller can be held to TLS 1.0 or 1.1',
    action: 'use the known weaknesses of these versions against the connection',
    impact: 'disclosure and forgery of what passes',
  },
  stride: ['information-disclosure', 'tampering'],
  techniques: ['T1040'],
  weaknesses: ['CWE-326', 'CWE-327'],
  controls: ['modern-tls'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'An attacker on the way makes the handshake fail until the client offers an older version, whose ciphers have known weaknesses. Old clients that nobody controls are the ones that go along.',
  howTested:
    'openssl s_client -connect HOST:443 -tls1_1 must fail, and -tls1_2 must work. A public scanner such as testssl.sh shows every version and cipher that is left.',
  falsePositives: 'Callers that know nothing newer and that nobody can change.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
  ],
  *find(element, { system }) {
    if (element.kind !== 'process' && element.kind !== 'network' && element.kind !== 'data-store') return;
    for (const id of element.resources) {
      const resource = system.resource(id);
      if (resource !== undefined) yield* ofResource(resource, system, id === element.resource ? '' : resource.address);
    }
  },
});

const outdated: ReadonlySet<string> = new Set(['1.0', '1.1']);

function ofResource(resource: Resource, system: Questions['system'], key: string) {
  return judge({
    fact: system.fact(resource.id, 'encryptionInTransit'),
    resource,
    key,
    bad: ({ minimumTls }) =>
      minimumTls !== undefined && outdated.has(minimumTls) ? `it accepts TLS ${minimumTls}` : undefined,
    closedBy: ({ minimumTls }, { basis }) =>
      minimumTls !== undefined && basis === 'explicit'
        ? { control: 'modern-tls', note: `it accepts nothing below TLS ${minimumTls}` }
        : undefined,
    whenUnknown: 'which versions of TLS it accepts is not known',
    fix: fixOf(resource, {
      control: 'modern-tls',
      title: 'Accept nothing below TLS 1.2',
      property: 'security policy',
      value: 'a policy that begins with TLS 1.2',
    }),
  });
}
