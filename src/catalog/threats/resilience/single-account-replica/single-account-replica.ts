import type { Forward } from '../../../../model/entry.ts';
import { casesOf } from '../../../../model/fact.ts';
import { and } from '../../../../model/guard.ts';
import type { Questions } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { sameText } from '../../../../model/text.ts';
import { defineThreat, type ThreatMatch } from '../../../../model/threat.ts';
import { fixOf, keyUnder, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Copies that fall with the original',
  statement: {
    source: 'intruder who controls the account',
    prerequisites: 'who means to destroy or extort',
    action: 'delete the data and its copies alike',
    impact: 'loss of the data for good',
  },
  stride: ['denial-of-service', 'tampering'],
  techniques: ['T1485', 'T1490'],
  weaknesses: ['CWE-693'],
  controls: ['cross-account-copy', 'object-lock'],
  likelihood: 1,
  impact: 3,
  howUsed:
    'Copies in the same account fall to the same administrator, and extortionists delete them in the same hour. What they cannot reach is an account that none of their credentials open.',
  howTested:
    'With the administrator of the source account, try to delete the copy. If that works it is no second copy; it must lie in another account whose deletion needs other people.',
  falsePositives: 'Copies made for nearness or speed, beside a backup in another account.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-walkthrough-2.html'],
  *find(element, ask) {
    const resource = subjectOf(element, ask.system);
    if (resource === undefined) return;
    for (const { guard, fact } of casesOf(ask.system.fact(resource.id, 'forwards'))) {
      if (fact.kind === 'unknown') continue;
      for (const forward of fact.value) {
        if (forward.kind !== 'replication') continue;
        for (const match of copies(ask, resource, forward)) yield { ...match, guard: and(guard, match.guard ?? guard) };
      }
    }
  },
});

function copies(ask: Questions, resource: Resource, { to, origin }: Forward): readonly ThreatMatch[] {
  const own = ask.system.deploymentOf(resource.id).account;
  return ask.system.resolve(to, resource.id).flatMap((target): readonly ThreatMatch[] => {
    if (target.kind !== 'resource') return [];
    const copy = target.resource;
    if (sameText(ask.system.deploymentOf(copy.id).account, own) !== 'yes' || isLocked(ask, copy)) return [];
    return [
      {
        key: keyUnder(copy.address, target.guard),
        guard: target.guard,
        status: 'open',
        evidence: [{ note: `its copy ${copy.address} is in the same account`, origin }],
        controls: [],
        fix: fixOf(resource, {
          control: 'cross-account-copy',
          title: 'Copy to a bucket of another account',
          property: 'ReplicationConfiguration.Rules.Destination',
          value: 'a bucket of a backup account, with Account and AccessControlTranslation',
        }),
      },
    ];
  });
}

/** Objects that cannot be deleted for a time survive the account's fall. */
function isLocked({ system }: Questions, copy: Resource): boolean {
  return casesOf(system.fact(copy.id, 'settings')).some(
    ({ fact }) =>
      fact.kind === 'known' &&
      casesOf(fact.value.immutable ?? { kind: 'not-applicable', reason: '' }).some(
        ({ fact: locked }) => locked.kind === 'known' && locked.value,
      ),
  );
}
