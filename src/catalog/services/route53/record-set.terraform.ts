import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Route53::RecordSet',
  from: {
    aws_route53_record: makes({
      Name: 'name',
      AliasTarget: {
        DNSName: 'alias.name',
        EvaluateTargetHealth: 'alias.evaluate_target_health',
        HostedZoneId: 'alias.zone_id',
      },
      Failover: 'failover_routing_policy.type',
      GeoLocation: {
        ContinentCode: 'geolocation_routing_policy.continent',
        CountryCode: 'geolocation_routing_policy.country',
        SubdivisionCode: 'geolocation_routing_policy.subdivision',
      },
      HealthCheckId: 'health_check_id',
      HostedZoneId: 'zone_id',
      MultiValueAnswer: 'multivalue_answer_routing_policy',
      Region: 'latency_routing_policy.region',
      ResourceRecords: 'records',
      SetIdentifier: 'set_identifier',
      TTL: 'ttl',
      Type: 'type',
      Weight: 'weighted_routing_policy.weight',
    }),
  },
});
