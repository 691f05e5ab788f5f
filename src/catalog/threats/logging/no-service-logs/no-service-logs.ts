import type { LogSource } from '../../../../model/dimension.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { fixOf, judge, partThatSays, subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Events of a service that nobody keeps',
  statement: {
    source: 'attacker or insider',
    prerequisites: 'whose doings a service could have told',
    action: 'work without leaving the traces that an investigation needs',
    impact: 'attacks and failures that cannot be reconstructed',
  },
  stride: ['repudiation'],
  techniques: ['T1562.008'],
  weaknesses: ['CWE-778'],
  controls: ['audit-logs'],
  likelihood: 1,
  impact: 1,
  howUsed:
    "When something happened, the question is in what order: which job ran, which node failed, which build pushed. Without the service's own events, the traces of an intruder in it are gone with the process.",
  howTested:
    'Let the service do one ordinary thing and one that fails, and find both in the log group. Note how long the events take to come.',
  falsePositives: 'Logs that nobody would read: of test systems, or of services that another log covers.',
  references: [
    'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_detect_investigate_events_app_service_logging.html',
  ],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined) return;
    yield* judge<readonly LogSource[]>({
      fact: system.fact(resource.id, 'logging'),
      resource,
      bad: (logs) => {
        const off = logs.filter((log) => isOfService(log) && !log.on);
        return off.length === 0 ? undefined : `it keeps no ${off.map(nameOf).join(', ')} log`;
      },
      closedBy: (logs, { basis }) =>
        basis === 'explicit' && logs.some(isOfService)
          ? { control: 'audit-logs', note: `it keeps its ${logs.filter(isOfService).map(nameOf).join(', ')} log` }
          : undefined,
      whenUnknown: false,
      fix: fixOf(partThatSays(element, system, 'logging', (logs) => logs.some(isOfService)) ?? resource, {
        control: 'audit-logs',
        title: 'Keep the logs of the service',
        property: 'log settings',
        value: 'all kinds of log, to a log group or bucket that its users cannot change',
      }),
    });
  },
});

/** Requests and connections have rules of their own, and so has the one log that says who did what. */
function isOfService({ what, name }: LogSource): boolean {
  return what === 'execution' || what === 'query' || (what === 'audit' && name !== undefined);
}

function nameOf({ what, name }: LogSource): string {
  return name ?? what;
}
