import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Route53::RecordSetGroup',
  from: {
    aws_route53_records_exclusive: makes({
      HostedZoneId: 'zone_id',
      RecordSets: each('resource_record_set', {
        AliasTarget: {
          DNSName: 'alias_target.dns_name',
          EvaluateTargetHealth: 'alias_target.evaluate_target_health',
          HostedZoneId: 'alias_target.hosted_zone_id',
        },
        Failover: 'failover',
        HealthCheckId: 'health_check_id',
        MultiValueAnswer: 'multi_value_answer',
        Name: 'name',
        Region: 'region',
        ResourceRecords: each('resource_records', 'value'),
        SetIdentifier: 'set_identifier',
        TTL: 'ttl',
        Type: 'type',
        Weight: 'weight',
      }),
    }),
  },
});
