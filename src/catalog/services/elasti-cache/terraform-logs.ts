import type { TerraformRule } from '../../../model/terraform.ts';
import { each, when } from '../../terraform-rules.ts';

/** Deliveries of logs, whose destination CloudFormation names by its kind. */
export const logDeliveries: TerraformRule = each('log_delivery_configuration', {
  DestinationDetails: {
    CloudWatchLogsDetails: { LogGroup: when('destination_type', 'destination', 'cloudwatch-logs') },
    KinesisFirehoseDetails: { DeliveryStream: when('destination_type', 'destination', 'kinesis-firehose') },
  },
  DestinationType: 'destination_type',
  LogFormat: 'log_format',
  LogType: 'log_type',
});
