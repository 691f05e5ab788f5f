import { defineTerraform } from '../../../model/terraform.ts';
import { always, block, configures, each, list, makes, named, otherwise, tags, words } from '../../terraform-rules.ts';

/** Policies are resources of their own in Terraform, and so is what puts them on a port. */
export default defineTerraform({
  type: 'AWS::ElasticLoadBalancing::LoadBalancer',
  from: {
    aws_elb: makes(
      {
        LoadBalancerName: named('name'),
        AccessLoggingPolicy: block('access_logs', {
          EmitInterval: 'interval',
          Enabled: otherwise('enabled', true),
          S3BucketName: 'bucket',
          S3BucketPrefix: 'bucket_prefix',
        }),
        AvailabilityZones: 'availability_zones',
        ConnectionSettings: { IdleTimeout: 'idle_timeout' },
        CrossZone: 'cross_zone_load_balancing',
        Instances: 'instances',
        Listeners: each('listener', {
          InstancePort: 'instance_port',
          InstanceProtocol: 'instance_protocol',
          LoadBalancerPort: 'lb_port',
          Protocol: 'lb_protocol',
          SSLCertificateId: 'ssl_certificate_id',
        }),
        Scheme: words('internal', { true: 'internal', false: 'internet-facing' }),
        SecurityGroups: 'security_groups',
        Subnets: 'subnets',
        Tags: tags,
      },
      {
        attributes: {
          dns_name: 'DNSName',
          zone_id: 'CanonicalHostedZoneNameID',
          source_security_group: 'SourceSecurityGroup.GroupName',
        },
      },
    ),
    aws_elb_attachment: configures('elb', { Instances: list('instance') }),
    aws_load_balancer_policy: configures('load_balancer_name', {
      Policies: list({
        PolicyName: 'policy_name',
        PolicyType: 'policy_type_name',
        Attributes: each('policy_attribute', { Name: 'name', Value: 'value' }),
      }),
    }),
    aws_lb_ssl_negotiation_policy: configures('load_balancer', {
      Policies: list({
        PolicyName: 'name',
        PolicyType: always('SSLNegotiationPolicyType'),
        LoadBalancerPorts: list('lb_port'),
        Attributes: each('attribute', { Name: 'name', Value: 'value' }),
      }),
    }),
  },
});
