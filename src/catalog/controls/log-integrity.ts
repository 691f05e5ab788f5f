import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Validation of log files',
  description: 'Log files that somebody changed or took away are noticed.',
  kind: 'detective',
  service: 'AWS CloudTrail',
  howToAdd: 'EnableLogFileValidation on the trail, and aws cloudtrail validate-logs on a schedule.',
  effort: 1,
  inForce: 'EnableLogFileValidation of the trail is true.',
  cost: 'none',
  effects: [
    { technique: 'T1070', does: 'protect', basis: 'attack M1029' },
    { technique: 'T1562.008', does: 'detect', score: 'significant', basis: 'ctid aws_config' },
  ],
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html'],
});
