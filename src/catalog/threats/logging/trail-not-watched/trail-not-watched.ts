import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Audit trail that nobody looks at',
  statement: {
    source: 'attacker',
    prerequisites: 'who acts in the account',
    action: 'go on unseen, because no alarm reads the trail',
    impact: 'attacks that are found weeks later, if at all',
  },
  stride: ['repudiation'],
  techniques: ['T1562.008'],
  weaknesses: ['CWE-778'],
  controls: ['audit-trail', 'alarms'],
  likelihood: 1,
  impact: 1,
  howUsed:
    'Trails are often complete and unread. Changes of policies, sign-ins of root and disabled logging stand in them for weeks before somebody looks.',
  howTested:
    'Do one thing that must be told, such as a refused call in series or a change of a test security group, and measure until a person knows. The trail must lead to a log group with metric filters, or to an event rule.',
  falsePositives: 'Trails that a security account reads from the bucket, or GuardDuty, which reads events by itself.',
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html',
  ],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'watched',
      wanted: true,
      bad: 'its events go to no log group that alarms could read',
      good: 'its events go to a log group that alarms can read',
      fix: {
        control: 'audit-trail',
        title: 'Send events to CloudWatch Logs',
        property: 'CloudWatchLogsLogGroupArn',
        value: 'a log group with metric filters and alarms',
      },
    }),
});
