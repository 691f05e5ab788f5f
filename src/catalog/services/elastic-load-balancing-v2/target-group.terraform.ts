import { defineTerraform } from '../../../model/terraform.ts';
import { configures, keyed, list, makes, named, tags } from '../../terraform-rules.ts';

const group = makes(
  {
    Name: named('name'),
    HealthCheckEnabled: 'health_check.enabled',
    HealthCheckPath: 'health_check.path',
    HealthCheckPort: 'health_check.port',
    HealthCheckProtocol: 'health_check.protocol',
    IpAddressType: 'ip_address_type',
    Port: 'port',
    Protocol: 'protocol',
    ProtocolVersion: 'protocol_version',
    TargetGroupAttributes: list(
      keyed('deregistration_delay.timeout_seconds', 'deregistration_delay'),
      keyed('preserve_client_ip.enabled', 'preserve_client_ip'),
      keyed('proxy_protocol_v2.enabled', 'proxy_protocol_v2'),
      keyed('stickiness.enabled', 'stickiness.enabled'),
      keyed('stickiness.type', 'stickiness.type'),
    ),
    TargetType: 'target_type',
    VpcId: 'vpc_id',
    Tags: tags,
  },
  { attributes: { arn_suffix: 'TargetGroupFullName' } },
);

const attachment = configures('target_group_arn', {
  Targets: list({ AvailabilityZone: 'availability_zone', Id: 'target_id', Port: 'port' }),
});

export default defineTerraform({
  type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  from: {
    aws_lb_target_group: group,
    aws_alb_target_group: group,
    aws_lb_target_group_attachment: attachment,
    aws_alb_target_group_attachment: attachment,
  },
});
