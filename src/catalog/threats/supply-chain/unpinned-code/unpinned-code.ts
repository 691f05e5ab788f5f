import type { Resource } from '../../../../model/resource.ts';
import { type ControlState, defineThreat, type Evidence, type ThreatMatch } from '../../../../model/threat.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';
import { type CodePlace, codePlaces } from '../code-places.ts';

export default defineThreat({
  title: 'Code that may change between two deployments',
  statement: {
    source: 'insider or intruder with write access to the place that the code comes from',
    prerequisites: 'who replaces what lies under the same name',
    action: 'have other code installed with the next deployment or start',
    impact: 'code in production that nobody reviewed',
  },
  stride: ['tampering'],
  techniques: ['T1525', 'T1195'],
  weaknesses: ['CWE-494'],
  controls: ['pinned-code'],
  likelihood: 2,
  impact: 2,
  howUsed:
    'The same name brings other code tomorrow: a moved tag, a replaced object, a newer module. An intruder with write access there needs no right to deploy.',
  howTested:
    'Replace the artefact under its name in a test environment and deploy without any other change. The deployment must fail or take the old content, because version, digest or signature no longer agree.',
  falsePositives: 'Names that hold a digest or build number, which nobody uses twice.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html'],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined) return;
    for (const place of codePlaces(ask, resource)) {
      if (place.owner !== 'foreign' && !looksFixed(place)) yield judged(resource, place);
    }
  },
});

/** A name that is a digest is made anew for every content, as deployment tools do. */
function looksFixed({ name, pinned }: CodePlace): boolean {
  return !pinned && /[0-9a-f]{32,}|^bucket cdk-/.test(name);
}

function judged(resource: Resource, { name, kind, pinned, guard, origin }: CodePlace): ThreatMatch {
  const what =
    kind === 'image' ? 'a tag, which can be moved to another image' : 'an object without version or signature';
  const evidence: Evidence = { note: pinned ? `${name} is fixed to one version` : `${name}: ${what}`, origin };
  const common = {
    key: keyUnder(name, guard),
    guard,
    evidence: [evidence] as const,
    fix: fixOf(resource, {
      control: 'pinned-code',
      title: 'Fix the version of the code',
      property: kind === 'image' ? 'Image' : 'Code.S3ObjectVersion',
      value:
        kind === 'image' ? 'the image by digest (@sha256:…)' : 'the version of the object, or CodeSigningConfigArn',
    }),
  };
  const control: ControlState = { control: 'pinned-code', state: 'in-force', evidence };
  return pinned ? { ...common, status: 'mitigated', controls: [control] } : { ...common, status: 'open', controls: [] };
}
