import { defineTerraform } from '../../../model/terraform.ts';
import { each, keyed, list, makes, named, tags, unless, words } from '../../terraform-rules.ts';

const balancer = makes(
  {
    Name: named('name'),
    EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic:
      'enforce_security_group_inbound_rules_on_private_link_traffic',
    IpAddressType: 'ip_address_type',
    LoadBalancerAttributes: list(
      keyed('access_logs.s3.enabled', 'access_logs.enabled'),
      keyed('access_logs.s3.bucket', 'access_logs.bucket'),
      keyed('access_logs.s3.prefix', 'access_logs.prefix'),
      keyed('connection_logs.s3.enabled', 'connection_logs.enabled'),
      keyed('connection_logs.s3.bucket', 'connection_logs.bucket'),
      keyed('connection_logs.s3.prefix', 'connection_logs.prefix'),
      keyed('deletion_protection.enabled', 'enable_deletion_protection'),
      keyed('idle_timeout.timeout_seconds', 'idle_timeout'),
      keyed('load_balancing.cross_zone.enabled', 'enable_cross_zone_load_balancing'),
      keyed('routing.http.desync_mitigation_mode', 'desync_mitigation_mode'),
      keyed('routing.http.drop_invalid_header_fields.enabled', 'drop_invalid_header_fields'),
      keyed('routing.http.preserve_host_header.enabled', 'preserve_host_header'),
      keyed('routing.http.xff_header_processing.mode', 'xff_header_processing_mode'),
      keyed('routing.http2.enabled', 'enable_http2'),
      keyed('waf.fail_open.enabled', 'enable_waf_fail_open'),
    ),
    Scheme: words('internal', { true: 'internal', false: 'internet-facing' }),
    SecurityGroups: 'security_groups',
    // The provider tells the subnets of mappings as subnets as well.
    SubnetMappings: unless(
      'subnets',
      each('subnet_mapping', {
        AllocationId: 'allocation_id',
        IPv6Address: 'ipv6_address',
        PrivateIPv4Address: 'private_ipv4_address',
        SubnetId: 'subnet_id',
      }),
    ),
    Subnets: 'subnets',
    Type: 'load_balancer_type',
    Tags: tags,
  },
  {
    attributes: { dns_name: 'DNSName', zone_id: 'CanonicalHostedZoneID', arn_suffix: 'LoadBalancerFullName' },
  },
);

/** `aws_alb` is another name of the same. */
export default defineTerraform({
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  from: { aws_lb: balancer, aws_alb: balancer },
});
