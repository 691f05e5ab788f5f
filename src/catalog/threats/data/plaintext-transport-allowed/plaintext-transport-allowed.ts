import type { Placement } from '../../../../model/dimension.ts';
import type { EncryptionInTransit } from '../../../../model/entry.ts';
import { casesOf, type Fact } from '../../../../model/fact.ts';
import type { System } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import type { Element } from '../../../../model/system.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { isLonePart } from '../../../lone-part.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Data store that answers in plain text',
  statement: {
    source: 'person who can listen on the network between a client and the store',
    prerequisites: 'where a client does not insist on TLS',
    action: 'read and change data and credentials on their way',
    impact: 'disclosure and forgery of records, and stolen sign-ins',
  },
  stride: ['information-disclosure', 'tampering'],
  techniques: ['T1040'],
  weaknesses: ['CWE-319'],
  controls: ['tls-required'],
  likelihood: 1,
  impact: 3,
  howUsed:
    "A client that is configured with http or without TLS sends credentials and records in the open, and nothing on the server's side refuses. Whoever listens on the way, in a shared network or on a compromised router, reads or changes them.",
  howTested:
    'Connect without TLS on purpose: curl http:// to the bucket or queue, psql with sslmode=disable. The server must refuse. For buckets and queues the policy needs a Deny on aws:SecureTransport false.',
  falsePositives: 'All clients are under one hand and are known to use TLS.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/protecting-data-in-transit.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined || !isAsked(element, resource, system)) return;
    const fact = system.fact(resource.id, 'encryptionInTransit');
    yield* judge({
      fact,
      resource,
      bad: ({ state }) => {
        if (state === 'none') return 'connections to it are not encrypted at all';
        return state === 'optional' ? 'it answers clients that do not use TLS as well' : undefined;
      },
      // An API that takes nothing but TLS is how AWS made it; a setting that refuses plain text can be taken away.
      closedBy: ({ state }, { basis }) =>
        state === 'required' && basis === 'explicit'
          ? { control: 'tls-required', note: 'it refuses requests without TLS' }
          : undefined,
      adjust: adjustments(fact, system.fact(resource.id, 'placement')),
      fix: fixOf(resource, {
        control: 'tls-required',
        title: 'Refuse connections without TLS',
        property: 'transport settings or resource policy',
        value: 'TLS required',
      }),
    });
  },
});

/** What holds data, and settings or policies of what is made elsewhere. */
function isAsked(element: Element, { id }: Resource, system: System): boolean {
  if (isLonePart(element, system)) return true;
  return casesOf(system.fact(id, 'holds')).length > 0;
}

function adjustments(
  transit: Fact<EncryptionInTransit>,
  placement: Fact<Placement>,
): NonNullable<ThreatMatch['adjust']> {
  const never = casesOf(transit).some(({ fact }) => fact.kind === 'known' && fact.value.state === 'none');
  const inside = casesOf(placement).some(({ fact }) => fact.kind === 'known' && fact.value.zone === 'vpc');
  return [
    ...(inside
      ? [{ of: 'likelihood', by: 1, because: 'any host of its network may stand between it and its clients' } as const]
      : []),
    ...(never ? [{ of: 'likelihood', by: 1, because: 'no client can use TLS' } as const] : []),
  ];
}
