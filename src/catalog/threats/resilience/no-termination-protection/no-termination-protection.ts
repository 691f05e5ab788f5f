import type { Recovery } from '../../../../model/data-keeping.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Server or front door that one call removes',
  statement: {
    source: 'operator or attacker',
    prerequisites: 'who may delete resources',
    action: 'remove it with a single call or a mistaken change',
    impact: 'outage until it is made again',
  },
  stride: ['denial-of-service'],
  techniques: ['T1578.003', 'T1489'],
  weaknesses: ['CWE-693'],
  controls: ['deletion-protection'],
  likelihood: 1,
  impact: 1,
  howUsed:
    'One mistaken cleanup script, or one call by an intruder, removes the server or the front door, and its name and address with it. It costs nothing and works at once.',
  howTested:
    'aws ec2 terminate-instances --dry-run tells rights only; in a test environment do it without: it must fail with OperationNotPermitted. For load balancers deletion_protection.enabled must be true.',
  falsePositives: 'What is made anew by itself: members of groups, and systems that a pipeline builds in minutes.',
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined || element.kind === 'data-store' || element.kind === 'identity') return;
    yield* judge<Recovery>({
      fact: system.fact(resource.id, 'recovery'),
      resource,
      bad: ({ deletionProtection }) => (deletionProtection === 'off' ? 'one call removes it' : undefined),
      closedBy: ({ deletionProtection }) =>
        deletionProtection === 'on'
          ? { control: 'deletion-protection', note: 'its protection has to be switched off before' }
          : undefined,
      whenUnknown: false,
      fix: fixOf(resource, {
        control: 'deletion-protection',
        title: 'Protect it from deletion',
        property: 'deletion or termination protection',
        value: 'on',
      }),
    });
  },
});
