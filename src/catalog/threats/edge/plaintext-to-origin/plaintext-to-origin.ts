import { casesOf } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { describeValue } from '../../../describe-value.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Requests handed on in plain text',
  statement: {
    source: 'person who can listen on the way between the edge and the origin',
    prerequisites: 'which leads over networks of others',
    action: 'read and change requests and answers that callers believe to be encrypted',
    impact: 'disclosure of sessions and content, and false answers',
  },
  stride: ['tampering', 'information-disclosure'],
  techniques: ['T1040', 'T1020.001'],
  weaknesses: ['CWE-319'],
  controls: ['tls-required'],
  likelihood: 2,
  impact: 4,
  howUsed:
    'Requests are encrypted up to the edge and then cross other networks in the open. Whoever can listen there reads the sessions of all users at once, while each of them sees a closed lock.',
  howTested:
    "Close port 80 of the origin in a test environment: the site must go on working. In the distribution's configuration OriginProtocolPolicy must be https-only, with TLSv1.2 as the only version.",
  falsePositives: 'Content that is public and whose integrity does not matter.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined || !casesOf(system.fact(resource.id, 'placement')).some(isOutsideNetworks)) return;
    const reported = new Set<string>();
    for (const id of element.resources) {
      const part = system.resource(id);
      if (part === undefined) continue;
      for (const { guard, fact } of casesOf(system.fact(id, 'forwards'))) {
        if (fact.kind === 'unknown') continue;
        for (const forward of fact.value) {
          const to = describeValue(forward.to);
          if (forward.kind !== 'request' || reported.has(to)) continue;
          reported.add(to);
          yield* judge({
            fact: forward.encrypted,
            guard,
            resource: part,
            origin: forward.origin,
            key: `to ${to}`,
            bad: (encrypted) => (encrypted ? undefined : `requests go on to ${to} over plain HTTP`),
            closedBy: (_, { basis }) =>
              basis === 'explicit' ? { control: 'tls-required', note: `requests go on to ${to} over TLS` } : undefined,
            whenUnknown: `whether requests go on to ${to} over TLS is not known`,
            fix: fixOf(part, {
              control: 'tls-required',
              at: 'tls-to-origin',
              title: 'Talk TLS to the origin',
              property: 'protocol towards the origin',
              value: 'HTTPS only',
            }),
          });
        }
      }
    }
  },
});

/** What hands on from outside of the customer's networks: the way leads over those of others. */
function isOutsideNetworks({ fact }: ReturnType<typeof casesOf<{ readonly zone: string }>>[number]): boolean {
  return fact.kind === 'known' && (fact.value.zone === 'edge' || fact.value.zone === 'region');
}
