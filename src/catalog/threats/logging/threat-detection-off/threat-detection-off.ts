import { defineThreat } from '../../../../model/threat.ts';
import { judgeProtection } from '../../../judge-protection.ts';

export default defineThreat({
  title: 'Detector that looks at nothing',
  statement: {
    source: 'intruder with credentials of the account',
    prerequisites: 'who behaves as intruders do',
    action: 'act without raising an alarm',
    impact: 'an intrusion that lasts longer',
  },
  stride: ['repudiation'],
  techniques: ['T1562.001'],
  weaknesses: ['CWE-778'],
  controls: ['threat-detection'],
  likelihood: 2,
  impact: 3,
  howUsed:
    'Credentials used from odd places, calls to mining pools and lookups of command servers are what detectors know. With them off, the first sign of an intruder is the invoice or a mail from a stranger.',
  howTested:
    'aws guardduty create-sample-findings shows that findings reach people; better, resolve the test domain guarddutyc2activityb.com from an instance and wait for the finding. aws guardduty list-detectors in every region must show one that is enabled.',
  falsePositives: 'Accounts watched by an administrator account of the organization.',
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html'],
  find: (element, { system }) =>
    judgeProtection(element, system, {
      control: 'threat-detection',
      bad: 'the detector is switched off',
      good: 'the detector is on',
      fix: { title: 'Switch the detector on', property: 'Enable', value: 'true' },
    }),
});
