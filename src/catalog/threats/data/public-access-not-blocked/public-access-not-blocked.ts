import type { PublicAccessGate } from '../../../../model/data-keeping.ts';
import { casesOf, type Fact } from '../../../../model/fact.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Public access that one policy could open',
  statement: {
    source: 'operator or attacker',
    prerequisites: 'who may change the policy or lists of the store',
    action: 'make it public, because the switch that would refuse it is off',
    impact: 'disclosure or change of everything in it',
  },
  stride: ['information-disclosure', 'tampering'],
  techniques: ['T1530'],
  weaknesses: ['CWE-732', 'CWE-1188'],
  controls: ['block-public-access'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'Somebody in a hurry adds a bucket policy for everybody, or an attacker who holds s3:PutBucketPolicy does it to take data out without a trace of his own account. With Block Public Access on, the same call is refused.',
  howTested:
    'In a test bucket, put a policy with principal *: aws s3api put-bucket-policy must fail with AccessDenied because of BlockPublicPolicy. aws s3control get-public-access-block shows the switches of the account.',
  falsePositives: 'Stores that are public on purpose, such as websites.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    yield* judge<PublicAccessGate>({
      fact: system.fact(resource.id, 'publicAccessGate'),
      resource,
      bad: (gate) => noteOf(gate),
      closedBy: (_, { basis }) =>
        basis === 'explicit' ? { control: 'block-public-access', note: 'all public access is blocked' } : undefined,
      whenUnknown: false,
      adjust: leftToAws(system.fact(resource.id, 'publicAccessGate')),
      fix: fixOf(resource, {
        control: 'block-public-access',
        title: 'Block public access',
        property: 'PublicAccessBlockConfiguration',
        value: 'all four switches true',
      }),
    });
  },
});

/** New stores are blocked all the same: only one made before April 2023 stays open to a policy. */
function leftToAws(fact: Fact<PublicAccessGate>): NonNullable<ThreatMatch['adjust']> {
  return casesOf(fact).every(({ fact: each }) => each.kind === 'known' && each.value.byDefault === true)
    ? [{ of: 'impact', by: -1, because: 'AWS blocks it by itself where the store was made since April 2023' }]
    : [];
}

function noteOf({ off = [], voidAcl, byDefault }: PublicAccessGate): string | undefined {
  const asked = voidAcl === undefined ? [] : [`its ACL asks for public access (${voidAcl})`];
  const open = off.length === 0 ? [] : [`${off.join(', ')} ${off.length === 1 ? 'is' : 'are'} off`];
  const left =
    byDefault === undefined
      ? []
      : [
          'BlockPublicPolicy, RestrictPublicBuckets, BlockPublicAcls and IgnorePublicAcls are left to AWS, which sets them for buckets made since April 2023',
        ];
  const notes = [...asked, ...open, ...left];
  return notes.length === 0 ? undefined : notes.join('; ');
}
