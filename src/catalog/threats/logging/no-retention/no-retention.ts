import type { Recovery } from '../../../../model/data-keeping.ts';
import { casesOf } from '../../../../model/fact.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Logs that are kept for ever',
  statement: {
    source: 'anyone who gets to read the logs',
    prerequisites: 'at any later time',
    action: 'read what was written years ago, personal data included',
    impact: 'disclosure of data that had no purpose any more',
  },
  stride: ['information-disclosure'],
  techniques: ['T1654'],
  weaknesses: ['CWE-779'],
  controls: ['log-retention'],
  likelihood: 1,
  impact: 3,
  howUsed:
    'Logs hold addresses, identifiers and sometimes tokens. Whoever gets read access years later reads years, and what data protection law demanded to be deleted is still there.',
  howTested:
    'aws logs describe-log-groups must show retentionInDays for each group; a query for events older than that must be empty. Check copies in buckets for a lifecycle rule of the same length.',
  falsePositives: 'Logs that a law demands to be kept, which hold no personal data.',
  references: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    const logs = casesOf(system.fact(resource.id, 'holds')).some(
      ({ fact }) => fact.kind === 'known' && fact.value.what === 'logs',
    );
    if (!logs) return;
    yield* judge<Recovery>({
      fact: system.fact(resource.id, 'recovery'),
      resource,
      bad: ({ retentionDays }) => (retentionDays === undefined ? 'no end is set: events are never deleted' : undefined),
      closedBy: ({ retentionDays }) => ({
        control: 'log-retention',
        note: `events are deleted after ${retentionDays} days`,
      }),
      whenUnknown: 'how long events are kept',
      fix: fixOf(resource, {
        control: 'log-retention',
        title: 'Delete old events',
        property: 'RetentionInDays',
        value: '365',
      }),
    });
  },
});
