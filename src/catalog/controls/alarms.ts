import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Alarms',
  description: 'Somebody is told when a measure leaves its range.',
  kind: 'detective',
  service: 'Amazon CloudWatch',
  howToAdd: 'Create alarms with actions on the metrics that matter.',
  effort: 2,
  inForce: 'An alarm on the metric has an action, and its actions are enabled.',
  cost: 'usage',
  effects: [
    { technique: 'T1040', does: 'protect', score: 'significant', basis: 'ctid aws_cloudwatch' },
    { technique: 'T1496', does: 'detect', score: 'partial', basis: 'ctid aws_cloudwatch' },
    { technique: 'T1610', does: 'detect', score: 'partial', basis: 'ctid aws_cloudwatch' },
  ],
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html'],
});
