import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Logs::DeliverySource',
  from: {
    aws_cloudwatch_log_delivery_source: makes({
      Name: 'name',
      LogType: 'log_type',
      ResourceArn: 'resource_arn',
      Tags: tags,
    }),
  },
});
