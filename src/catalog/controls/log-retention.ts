import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Log retention',
  description: 'Logs are kept as long as investigations need them, and no longer.',
  kind: 'detective',
  service: 'Amazon CloudWatch',
  howToAdd: 'Set the retention of the log group.',
  effort: 1,
  inForce: 'The log group keeps events for a number of days that is given.',
  cost: 'usage',
  effects: [{ technique: 'T1070', does: 'detect', basis: 'own' }],
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html'],
});
