import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Alarms',
  description: 'Somebody is told when a measure leaves its range.',
  kind: 'detective',
  service: 'Amazon CloudWatch',
  howToAdd: 'Create alarms with actions on the metrics that matter.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html'],
});
