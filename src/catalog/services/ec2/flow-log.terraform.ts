import { defineTerraform } from '../../../model/terraform.ts';
import { first, makes, otherwise, tags } from '../../terraform-rules.ts';

const resource = first('vpc_id', 'subnet_id', 'eni_id', 'transit_gateway_id', 'transit_gateway_attachment_id');

export default defineTerraform({
  type: 'AWS::EC2::FlowLog',
  from: {
    aws_flow_log: makes({
      ResourceId: resource,
      TrafficType: 'traffic_type',
      DeliverCrossAccountRole: 'deliver_cross_account_role',
      DeliverLogsPermissionArn: 'iam_role_arn',
      LogDestination: 'log_destination',
      LogDestinationType: otherwise('log_destination_type', 'cloud-watch-logs'),
      LogGroupName: 'log_group_name',
      Tags: tags,
    }),
  },
});
