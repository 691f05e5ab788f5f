import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Logs::MetricFilter',
  from: {
    aws_cloudwatch_log_metric_filter: makes({
      FilterName: 'name',
      FilterPattern: 'pattern',
      LogGroupName: 'log_group_name',
      MetricTransformations: each('metric_transformation', {
        MetricName: 'name',
        MetricNamespace: 'namespace',
        MetricValue: 'value',
        DefaultValue: 'default_value',
        Unit: 'unit',
      }),
    }),
  },
});
