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
  howUsed:
    'Intruders call StopLogging or put event selectors that leave out what they are about to do, before anything else. A trail that records nothing already spares them the call.',
  howTested:
    'aws cloudtrail get-trail-status must show IsLogging true. Make a recognizable call, such as a tag on a test resource, and find it in the log bucket within a quarter of an hour.',
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
