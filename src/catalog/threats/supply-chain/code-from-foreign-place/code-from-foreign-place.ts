import type { Resource } from '../../../../model/resource.ts';
import { type ControlState, defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';
import { type CodePlace, codePlaces } from '../code-places.ts';

export default defineThreat({
  title: 'Code that somebody else can replace',
  statement: {
    source: 'owner of the place that the code comes from, or intruder there',
    prerequisites: 'who replaces what lies under the same name',
    action: 'have other code installed with the next deployment',
    impact: 'foreign code with the rights and data of the workload',
  },
  stride: ['tampering', 'elevation-of-privilege'],
  techniques: ['T1195', 'T1525'],
  weaknesses: ['CWE-829', 'CWE-494'],
  controls: ['pinned-code'],
  likelihood: 2,
  impact: 4,
  howUsed:
    'Buckets and repositories of others change hands: names are given up and registered anew, accounts of maintainers are taken over. Your next deployment then installs what the new owner put there.',
  howTested:
    'Copy the artefact into a place of your own, verify its digest or signature, and deploy from there. Take away the foreign place in a test: the deployment must still work.',
  falsePositives: 'Places that the same organization owns in another account, guarded as well as this one.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
  ],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined) return;
    for (const place of codePlaces(ask, resource)) {
      if (place.owner === 'foreign') yield judged(resource, place);
    }
  },
});

function judged(resource: Resource, { name, pinned, guard, origin }: CodePlace): ThreatMatch {
  const evidence: Evidence = {
    note: pinned
      ? `the code comes from ${name}, fixed to one version`
      : `the code comes from ${name}, which is not in the input, and nothing fixes what lies there`,
    origin,
  };
  const common = {
    key: keyUnder(name, guard),
    guard,
    evidence: [evidence] as const,
    fix: fixOf(resource, {
      control: 'pinned-code',
      title: 'Take the code from a place of your own, and fix its version',
      property: 'code or image location',
      value: 'own bucket with object version, signed code, or image by digest',
    }),
  };
  const control: ControlState = { control: 'pinned-code', state: 'in-force', evidence };
  return pinned ? { ...common, status: 'mitigated', controls: [control] } : { ...common, status: 'open', controls: [] };
}
