import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'CloudTrail',
  description: 'A tamper-evident record of API calls in every region.',
  kind: 'detective',
  service: 'AWS CloudTrail',
  howToAdd: 'A multi-region trail with IsLogging, log file validation and a bucket that only the trail writes to.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-user-guide.html'],
});
