import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'CloudTrail',
  description: 'A tamper-evident record of API calls in every region.',
  kind: 'detective',
  service: 'AWS CloudTrail',
  howToAdd: 'A multi-region trail with IsLogging, log file validation and a bucket that only the trail writes to.',
  effort: 2,
  inForce: 'A trail is logging, covers all regions, validates its files, and its selectors let management events in.',
  cost: 'usage',
  effects: [{ technique: 'T1562.008', does: 'detect', score: 'significant', basis: 'ctid aws_config' }],
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-user-guide.html'],
});
