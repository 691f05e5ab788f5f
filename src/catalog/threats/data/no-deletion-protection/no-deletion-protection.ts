import { casesOf } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

/** Logs are kept by their retention; keys go only after days of waiting. */
const guardedOtherwise: ReadonlySet<string> = new Set(['logs', 'keys']);

export default defineThreat({
  title: 'Data store that one call deletes',
  statement: {
    source: 'person or pipeline with administrative rights',
    prerequisites: 'who deletes or replaces the data store, on purpose or by mistake',
    action: 'remove the data store with one call',
    impact: 'outage and loss of what no backup holds',
  },
  stride: ['denial-of-service'],
  techniques: ['T1485', 'T1489'],
  weaknesses: ['CWE-693'],
  controls: ['deletion-protection', 'backup'],
  likelihood: 1,
  impact: 3,
  howUsed:
    'With administrative rights, one call deletes the store; with a pipeline, one renamed logical id replaces it. Intruders who mean to destroy look for stores that go in one step, since every further step may be noticed.',
  howTested:
    "In a copy of the environment, try to delete the store and to deploy a change that replaces it. Both must fail with an error about deletion protection or the stack's policy; DeletionPolicy in the template must be Retain or Snapshot.",
  falsePositives: 'Environments that are made and removed on purpose.',
  references: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    const holds = casesOf(system.fact(resource.id, 'holds'));
    if (!holds.some(({ fact }) => fact.kind === 'known' && !guardedOtherwise.has(fact.value.what))) return;
    const kept =
      resource.onDelete === 'retain' || resource.onDelete === 'snapshot'
        ? `; the stack itself would ${resource.onDelete} it`
        : '';
    yield* judge({
      fact: system.fact(resource.id, 'recovery'),
      resource,
      bad: ({ deletionProtection }) => (deletionProtection === 'off' ? `deletion protection is off${kept}` : undefined),
      closedBy: ({ deletionProtection }) =>
        deletionProtection === 'on' ? { control: 'deletion-protection', note: 'deletion protection is on' } : undefined,
      fix: fixOf(resource, {
        control: 'deletion-protection',
        title: 'Switch deletion protection on',
        property: 'deletion protection',
        value: 'on',
      }),
    });
  },
});
