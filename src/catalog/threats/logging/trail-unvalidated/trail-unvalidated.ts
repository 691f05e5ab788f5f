import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Audit trail whose files can be changed unnoticed',
  statement: {
    source: 'intruder with write access to the log bucket',
    prerequisites: 'who wants to hide what happened',
    action: 'change or delete log files without anybody being able to prove it',
    impact: 'evidence that cannot be trusted',
  },
  stride: ['tampering', 'repudiation'],
  techniques: ['T1562.008', 'T1070'],
  weaknesses: ['CWE-353'],
  controls: ['audit-trail', 'object-lock'],
  likelihood: 1,
  impact: 3,
  howUsed:
    'An intruder who may write to the log bucket removes the lines about himself. Without digests nobody can prove which files are whole, and in court none of them counts.',
  howTested:
    'aws cloudtrail validate-logs over the last day must report all digest and log files valid. In a test trail, change one byte of a delivered file: the same command must tell.',
  falsePositives: 'Trails into a bucket of another account whose objects are locked.',
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'validated',
      wanted: true,
      bad: 'log files carry no digests',
      good: 'log files carry digests',
      fix: {
        control: 'audit-trail',
        title: 'Write digests of the log files',
        property: 'EnableLogFileValidation',
        value: 'true',
      },
    }),
});
