import { casesOf } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

/** Data that nobody can make again; objects have versions, messages and logs pass through. */
const precious: ReadonlySet<string> = new Set(['files', 'records', 'identities', 'images', 'code']);

export default defineThreat({
  title: 'Data without a backup',
  statement: {
    source: 'person or program with write access, or an operator by mistake',
    prerequisites: 'who deletes or overwrites records',
    action: 'destroy data that no backup brings back',
    impact: 'permanent loss of data and a long outage',
  },
  stride: ['denial-of-service', 'tampering'],
  techniques: ['T1485', 'T1490'],
  weaknesses: ['CWE-693'],
  controls: ['backup', 'cross-account-copy'],
  likelihood: 3,
  impact: 3,
  howUsed:
    'Extortionists delete what they can and ask for money for what they copied first. As often it is a migration with a wrong condition. Without a backup both are final.',
  howTested:
    'Restore, do not only look: bring the newest backup back under another name, count records and compare with the source, and note how long it took and how old the newest record was. Both must meet the objectives that the business agreed.',
  falsePositives: 'Caches and copies that are filled again from another store; backup plans that are not in the input.',
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/back-up-data.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    const holds = casesOf(system.fact(resource.id, 'holds'));
    if (!holds.some(({ fact }) => fact.kind === 'known' && precious.has(fact.value.what))) return;
    yield* judge({
      fact: system.fact(resource.id, 'recovery'),
      resource,
      bad: ({ backups }) => (backups === 'none' ? 'there is no backup to go back to' : undefined),
      closedBy: ({ backups, retentionDays }) =>
        backups === 'none' || backups === 'unsupported'
          ? undefined
          : {
              control: 'backup',
              note: `${backups} backups are kept${retentionDays === undefined ? '' : ` for ${retentionDays} days`}`,
            },
      fix: fixOf(resource, {
        control: 'backup',
        title: 'Back the data up',
        property: 'backup settings',
        value: 'point-in-time recovery or automatic backups, or a backup plan that selects it',
      }),
    });
  },
});
