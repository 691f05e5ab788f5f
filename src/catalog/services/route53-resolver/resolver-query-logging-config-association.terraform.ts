import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation',
  from: {
    aws_route53_resolver_query_log_config_association: makes({
      ResolverQueryLogConfigId: 'resolver_query_log_config_id',
      ResourceId: 'resource_id',
    }),
  },
});
