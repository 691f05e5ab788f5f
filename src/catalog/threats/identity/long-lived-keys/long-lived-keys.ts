import type { Principal } from '../../../../model/dimension.ts';
import { casesOf, type Fact, factOf, given } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { administration } from '../../../moves/administrators.ts';
import { fixOf, judge } from '../../../threat-match.ts';
import { principalOf } from '../principals.ts';

export default defineThreat({
  title: 'Access key that never ends',
  statement: {
    source: 'anyone who finds the key',
    prerequisites: 'in a file, a repository, a log or a laptop',
    action: 'act as the user until somebody notices',
    impact: 'use of all rights of the user, from anywhere',
  },
  stride: ['spoofing'],
  techniques: ['T1078.004', 'T1552.001'],
  weaknesses: ['CWE-522', 'CWE-263'],
  controls: ['temporary-credentials'],
  likelihood: 3,
  impact: 3,
  howUsed:
    'Keys are found in repositories, images, backups and laptops, often years after they were written there; bots try those in public commits within minutes. They work from anywhere, without a second factor, until somebody deletes them.',
  howTested:
    'aws iam generate-credential-report and then get-credential-report show each key with its age and last use. Deactivate the key, see that the program goes on with a role, and delete it. A test key with an alarm on its use shows how long you take to notice.',
  falsePositives: 'Programs outside of AWS that can use neither roles nor an identity provider.',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles'],
  *find(element, ask) {
    const user = principalOf(element, ask);
    if (user === undefined) return;
    const administrates = administration(ask, user) !== undefined;
    yield* judge<number>({
      fact: keysOf(ask.system.fact(user.id, 'principal')),
      resource: user,
      bad: (keys) =>
        keys === 0 ? undefined : `the user has ${keys === 1 ? 'an access key' : `${keys} access keys`} without an end`,
      whenUnknown: 'whether the user has an access key',
      fix: fixOf(user, {
        control: 'temporary-credentials',
        title: 'Take a role instead of a key',
        property: 'AWS::IAM::AccessKey of this user', // type: the resource to remove
        value: 'removed',
      }),
      ...(administrates && { adjust: [{ of: 'impact', by: 2, because: 'the user has all rights' }] }),
    });
  },
});

/** A key is there because somebody made it: that it is active by default is no default of AWS's to have one. */
function keysOf(principal: Fact<Principal>): Fact<number> {
  return factOf(
    casesOf(principal).map(({ guard, fact }) => ({
      guard,
      fact:
        fact.kind === 'unknown'
          ? fact
          : given(fact.value.kind === 'user' ? fact.value.accessKeys : 0, fact.origins, fact.assumes),
    })),
  );
}
