import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Logs::Delivery',
  from: {
    aws_cloudwatch_log_delivery: makes({
      DeliveryDestinationArn: 'delivery_destination_arn',
      DeliverySourceName: 'delivery_source_name',
      Tags: tags,
    }),
  },
});
