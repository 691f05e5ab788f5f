import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import { each, indexed, makes, tagMap, without } from '../../terraform-rules.ts';

/** A state writes 0 for a limit that is not set, and 0 would answer nobody. */
function settings(at: string): TerraformMembers {
  return {
    LoggingLevel: `${at}logging_level`,
    DataTraceEnabled: `${at}data_trace_enabled`,
    DetailedMetricsEnabled: `${at}detailed_metrics_enabled`,
    ThrottlingRateLimit: without(`${at}throttling_rate_limit`, 0),
    ThrottlingBurstLimit: without(`${at}throttling_burst_limit`, 0),
  };
}

export default defineTerraform({
  type: 'AWS::ApiGatewayV2::Stage',
  from: {
    aws_apigatewayv2_stage: makes(
      {
        ApiId: 'api_id',
        StageName: 'name',
        AutoDeploy: 'auto_deploy',
        DeploymentId: 'deployment_id',
        AccessLogSettings: {
          DestinationArn: 'access_log_settings.destination_arn',
          Format: 'access_log_settings.format',
        },
        DefaultRouteSettings: settings('default_route_settings.'),
        RouteSettings: indexed(each('route_settings', { Key: 'route_key', Value: settings('') }), 'Key', 'Value'),
        StageVariables: 'stage_variables',
        Tags: tagMap,
      },
      { attributes: { execution_arn: 'arn:{Partition}:execute-api:{Region}:{Account}:{ApiId}/{StageName}' } },
    ),
  },
});
