import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { partOfFact } from '../../../combine-facts.ts';
import { rolesOf } from '../../../roles-of.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Credentials that a forged request can read',
  statement: {
    source: 'anyone who can make the application send requests',
    prerequisites: 'through a flaw such as server-side request forgery',
    action: 'read the credentials of the instance role from the metadata service',
    impact: 'use of all rights of the role from anywhere',
  },
  stride: ['information-disclosure', 'elevation-of-privilege'],
  techniques: ['T1552.005'],
  weaknesses: ['CWE-918', 'CWE-522'],
  controls: ['metadata-token'],
  likelihood: 3,
  impact: 3,
  howUsed:
    'A page that fetches addresses for its users is told to fetch http://169.254.169.254/latest/meta-data/iam/security-credentials/ and hands out the keys of the instance role, which then work from anywhere. The first version of the service answers such a plain GET; the breach of a large bank in 2019 went this way.',
  howTested:
    'On the instance, curl http://169.254.169.254/latest/meta-data/ without a token must answer 401. From outside, aws ec2 describe-instances with --query MetadataOptions must show HttpTokens required; the metric MetadataNoToken tells whether something still relies on the old version.',
  falsePositives: 'Images or accounts that demand session tokens by their own setting.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html'],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined) return;
    yield* judge({
      fact: partOfFact(ask.system.fact(resource.id, 'workload'), ({ metadata }) => metadata),
      resource,
      bad: (state) => (state === 'token-optional' ? 'the metadata service answers without a session token' : undefined),
      closedBy: (state) =>
        state === 'token-required'
          ? { control: 'metadata-token', note: 'the metadata service demands a session token' }
          : undefined,
      whenUnknown: 'whether the metadata service demands a session token',
      adjust: gain(ask, resource),
      fix: fixOf(resource, {
        control: 'metadata-token',
        title: 'Demand session tokens of the metadata service',
        property: 'MetadataOptions.HttpTokens',
        value: 'required',
      }),
    });
  },
});

/** Without a role there are no credentials to read; what else metadata and user data tell remains. */
function gain(ask: Questions, resource: Resource): NonNullable<ThreatMatch['adjust']> {
  const roles = rolesOf(ask.system, resource.id);
  return roles.length === 0
    ? [{ of: 'impact', by: -1, because: 'no role of the input is attached to it today' }]
    : [
        {
          of: 'impact',
          by: 1,
          because: `it holds the credentials of ${roles.map(({ role }) => role.address).join(', ')}`,
        },
      ];
}
