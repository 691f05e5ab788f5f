import type { LogSource } from '../../../../model/dimension.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Use that leaves no record',
  statement: {
    source: 'insider or intruder with a valid login',
    prerequisites: 'who reads or changes what he should not',
    action: 'do so without leaving a record of it',
    impact: 'an incident of which nobody can tell what was taken or changed',
  },
  stride: ['repudiation'],
  techniques: ['T1562.008'],
  weaknesses: ['CWE-778'],
  controls: ['audit-logs'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'An insider with a valid login reads records of people whom he has no business with, or an intruder uses a stolen session. Both look like work, and only a record of who read what can show it later.',
  howTested:
    "Sign in, read and change a test record, and find both in the audit log with user, time and statement. Make sure that the database's administrator cannot delete the log where it is kept.",
  falsePositives:
    'Stores whose use is recorded by the application in front, which is the only one that can reach them.',
  references: ['https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/detection.html'],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    // A trail is judged as what it is; what identities do is recorded by trails.
    if (resource === undefined || element.kind === 'control' || element.kind === 'identity') return;
    yield* judge<readonly LogSource[]>({
      fact: system.fact(resource.id, 'logging'),
      resource,
      bad: (logs) =>
        offers(logs) && !records(logs) ? 'it can record who does what, and the record is off' : undefined,
      closedBy: (logs, { basis }) =>
        offers(logs) && records(logs) && basis === 'explicit'
          ? { control: 'audit-logs', note: 'it records who does what' }
          : undefined,
      whenUnknown: false,
      fix: fixOf(resource, {
        control: 'audit-logs',
        title: 'Record who does what',
        property: 'log exports',
        value: 'audit log on',
      }),
    });
  },
});

function offers(logs: readonly LogSource[]): boolean {
  return logs.some(({ what }) => what === 'audit');
}

function records(logs: readonly LogSource[]): boolean {
  return logs.some(({ what, on }) => on && (what === 'audit' || what === 'query'));
}
