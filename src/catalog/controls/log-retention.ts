import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Log retention',
  description: 'Logs are kept as long as investigations need them, and no longer.',
  kind: 'detective',
  service: 'Amazon CloudWatch',
  howToAdd: 'Set the retention of the log group.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html'],
});
