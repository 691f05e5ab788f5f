import { defineTerraform } from '../../../model/terraform.ts';
import { makes, otherwise, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::CloudWatch::Alarm',
  from: {
    aws_cloudwatch_metric_alarm: makes({
      AlarmName: 'alarm_name',
      AlarmDescription: 'alarm_description',
      ActionsEnabled: otherwise('actions_enabled', true),
      AlarmActions: 'alarm_actions',
      InsufficientDataActions: 'insufficient_data_actions',
      OKActions: 'ok_actions',
      MetricName: 'metric_name',
      Namespace: 'namespace',
      Tags: tags,
    }),
  },
});
