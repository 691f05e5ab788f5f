import { casesOf, type Fact } from '../../../../model/fact.ts';
import type { PolicySource } from '../../../../model/policy.ts';
import type { System } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { isLonePart } from '../../../lone-part.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Rights that one person carries along',
  statement: {
    source: 'person',
    prerequisites: 'who changes tasks or leaves, or whoever takes the account over',
    action: 'keep using rights that nobody looks at with those of others',
    impact: 'use of rights that were meant for a task that is over',
  },
  stride: ['elevation-of-privilege'],
  techniques: ['T1078.004'],
  weaknesses: ['CWE-269'],
  controls: ['access-review'],
  likelihood: 1,
  impact: 2,
  howUsed:
    'People change teams and keep what was attached to them by hand. An account that nobody reviews is the best find for an intruder, because its use looks ordinary.',
  howTested:
    'aws iam list-attached-user-policies and list-user-policies must be empty for each user; rights come by group or, better, by roles of IAM Identity Center. Move a test user between groups: the old rights must be gone.',
  falsePositives: 'Users of programs, with one narrow policy.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
  *find(element, ask) {
    const user = subjectOf(element, ask.system);
    if (user === undefined) return;
    if (isLonePart(element, ask.system)) yield* ofStrangers(user);
    if (!isUser(ask.system, user)) return;
    const policies: Fact<readonly PolicySource[]> = ask.system.fact(user.id, 'identityPolicies');
    yield* judge<readonly PolicySource[]>({
      fact: policies,
      resource: user,
      bad: (sources) =>
        sources.length === 0
          ? undefined
          : `${sources.map(({ name }) => name).join(', ')} is attached to the user alone`,
      whenUnknown: false,
      fix: fixOf(user, {
        control: 'access-review',
        title: 'Give the rights to a group or role',
        property: 'Policies and ManagedPolicyArns',
        value: 'none, with the policies on a group that the user is in',
      }),
    });
  },
});

function isUser(system: System, { id }: Resource): boolean {
  return casesOf(system.fact(id, 'principal')).some(({ fact }) => fact.kind === 'known' && fact.value.kind === 'user');
}

/** A policy that names users who are made elsewhere. */
function* ofStrangers(policy: Resource): Iterable<ThreatMatch> {
  const users = policy.properties.entries.get('Users') ?? policy.properties.entries.get('UserName');
  if (users === undefined || users.kind === 'absent' || (users.kind === 'list' && users.items.length === 0)) return;
  yield {
    key: '',
    status: 'open',
    evidence: [{ note: `${policy.address} is attached to users`, origin: users.origin }],
    controls: [],
    fix: fixOf(policy, {
      control: 'access-review',
      title: 'Give the rights to a group or role',
      property: 'Users',
      value: 'none, with the policy on a group that the users are in',
    }),
  };
}
