import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Route53::DNSSEC',
  from: { aws_route53_hosted_zone_dnssec: makes({ HostedZoneId: 'hosted_zone_id' }) },
});
