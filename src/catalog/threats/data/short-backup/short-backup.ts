import type { Recovery } from '../../../../model/data-keeping.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Backups that end too soon',
  statement: {
    source: 'attacker or failing program',
    prerequisites: 'whose change of the data is noticed late',
    action: 'wait until no backup is left from before it',
    impact: 'loss of data that was thought to be kept',
  },
  stride: ['denial-of-service'],
  techniques: ['T1490', 'T1485'],
  weaknesses: ['CWE-693'],
  controls: ['backup'],
  likelihood: 1,
  impact: 3,
  howUsed:
    'Careful attackers change little for weeks, or encrypt slowly, until every backup that is left already holds their change. Faults in programs do the same without meaning to.',
  howTested:
    'Take the time that it took to notice the last incident, or thirty days when there was none, and restore a backup from before it. If the oldest that aws rds describe-db-snapshots or aws backup list-recovery-points-by-resource lists is younger, the retention is too short.',
  falsePositives: 'Data that can be made again within days, or that another kind of backup keeps.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined || element.kind !== 'data-store') return;
    yield* judge<Recovery>({
      fact: system.fact(resource.id, 'recovery'),
      resource,
      bad: ({ backups, retentionDays }) =>
        hasTime.has(backups) && retentionDays !== undefined && retentionDays < leastDays
          ? `backups are kept for ${retentionDays} ${retentionDays === 1 ? 'day' : 'days'}`
          : undefined,
      closedBy: ({ backups, retentionDays }) =>
        hasTime.has(backups) && retentionDays !== undefined
          ? { control: 'backup', note: `backups are kept for ${retentionDays} days` }
          : undefined,
      whenUnknown: false,
      fix: fixOf(resource, {
        control: 'backup',
        title: 'Keep backups for longer',
        property: 'backup retention',
        value: '14 days or more',
      }),
    });
  },
});

/** A week is the least that AWS's own controls ask for (Security Hub, RDS.11 and DocumentDB.2). */
const leastDays = 7;

const hasTime: ReadonlySet<Recovery['backups']> = new Set(['automatic', 'point-in-time']);
