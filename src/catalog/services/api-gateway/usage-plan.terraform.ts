import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::ApiGateway::UsagePlan',
  from: {
    aws_api_gateway_usage_plan: makes({
      UsagePlanName: 'name',
      Description: 'description',
      ApiStages: each('api_stages', { ApiId: 'api_id', Stage: 'stage' }),
      Throttle: { RateLimit: 'throttle_settings.rate_limit', BurstLimit: 'throttle_settings.burst_limit' },
      Quota: { Limit: 'quota_settings.limit', Period: 'quota_settings.period' },
      Tags: tags,
    }),
  },
});
