import { defineTerraform } from '../../../model/terraform.ts';
import { configures, each, list, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Route53::HostedZone',
  from: {
    aws_route53_zone: makes(
      {
        Name: 'name',
        HostedZoneConfig: { Comment: 'comment' },
        HostedZoneTags: tags,
        VPCs: each('vpc', { VPCId: 'vpc_id', VPCRegion: 'vpc_region' }),
      },
      { attributes: { zone_id: 'Ref', name_servers: 'NameServers' } },
    ),
    aws_route53_query_log: configures('zone_id', {
      QueryLoggingConfig: { CloudWatchLogsLogGroupArn: 'cloudwatch_log_group_arn' },
    }),
    aws_route53_zone_association: configures('zone_id', {
      VPCs: list({ VPCId: 'vpc_id', VPCRegion: 'vpc_region' }),
    }),
  },
});
