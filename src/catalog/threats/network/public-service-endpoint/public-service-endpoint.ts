import type { Endpoint } from '../../../../model/entry.ts';
import { casesOf } from '../../../../model/fact.ts';
import type { ElementKind } from '../../../../model/service.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Inner service with an endpoint on the internet',
  statement: {
    source: 'attacker on the internet',
    prerequisites: 'who holds or guesses credentials, or knows a flaw of the service',
    action: 'connect to a service that only the own systems need',
    impact: 'attacks from everywhere on what was meant to be internal',
  },
  stride: ['spoofing', 'information-disclosure'],
  techniques: ['T1133', 'T1190'],
  weaknesses: ['CWE-668'],
  controls: ['private-placement'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'The endpoint of a cluster or a broker on the internet lets everyone try stolen tokens and passwords, and any flaw in its sign-in is open to all of them. Nothing but the credentials stands between.',
  howTested:
    'From outside, curl or nc to the endpoint must time out; from the network it must answer. For EKS, aws eks describe-cluster must show endpointPublicAccess false, or your own ranges in publicAccessCidrs.',
  falsePositives:
    'Services that partners or people without a private network use, behind strong authentication and narrow ranges.',
  references: [
    'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    for (const { guard, fact } of casesOf(system.fact(resource.id, 'endpoints'))) {
      if (fact.kind === 'unknown') continue;
      for (const endpoint of fact.value.filter((each) => isInner(element.kind, each)))
        yield* judge<string>({
          fact: endpoint.audience,
          guard,
          resource,
          origin: endpoint.origin,
          key: endpoint.protocol,
          bad: (audience) =>
            audience === 'internet' ? `its ${endpoint.protocol} endpoint is on the internet` : undefined,
          closedBy: (audience, { basis }) =>
            audience === 'network' && basis === 'explicit'
              ? { control: 'private-placement', note: closedNote(endpoint) }
              : undefined,
          whenUnknown: false,
          fix: fixOf(resource, {
            control: 'private-placement',
            title: 'Keep the endpoint in the network',
            property: 'endpoint access',
            value: 'private, or the ranges of your own networks',
          }),
        });
    }
  },
});

function closedNote({ protocol, sources }: Endpoint): string {
  return sources === undefined
    ? `its ${protocol} endpoint is in the network only`
    : `its ${protocol} endpoint takes connections from certain addresses only`;
}

/** Data stores, and what is administrated: a page of a bucket, an API and a function are there for callers. */
function isInner(kind: ElementKind, { internal, protocol }: Endpoint): boolean {
  return internal === true || (kind === 'data-store' && protocol !== 'http');
}
