import { defineThreat } from '../../../../model/threat.ts';
import { judgeProtection } from '../../../judge-protection.ts';

export default defineThreat({
  title: 'Audit trail that records nothing',
  statement: {
    source: 'intruder with credentials of the account',
    prerequisites: 'who does what the trail was made for',
    action: 'act without leaving a record',
    impact: 'actions that nobody can find afterwards',
  },
  stride: ['repudiation'],
  techniques: ['T1562.008'],
  weaknesses: ['CWE-778'],
  controls: ['audit-trail'],
  likelihood: 3,
  impact: 4,
  falsePositives: 'Trails that were kept for their settings while another one records.',
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html'],
  find: (element, { system }) =>
    judgeProtection(element, system, {
      control: 'audit-trail',
      bad: 'the trail is switched off',
      good: 'the trail is on',
      fix: { title: 'Switch the trail on', property: 'IsLogging', value: 'true' },
    }),
});
