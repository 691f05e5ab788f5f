import { defineTerraform, type TerraformMembers, type TerraformStep } from '../../../model/terraform.ts';
import { code, configures, list, makes, own, tags, without } from '../../terraform-rules.ts';

/**
 * One setting for methods: `method_path` is the path without its first slash, then the method; `*` stands for all of
 * either. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings
 */
const forMethods: TerraformMembers = {
  ResourcePath: pathPart((path) => `/${path}`, 0),
  HttpMethod: pathPart((method) => method, 1),
  LoggingLevel: 'settings.logging_level',
  DataTraceEnabled: 'settings.data_trace_enabled',
  MetricsEnabled: 'settings.metrics_enabled',
  CachingEnabled: 'settings.caching_enabled',
  CacheDataEncrypted: 'settings.cache_data_encrypted',
  // -1, the default, leaves the limit to the account.
  ThrottlingRateLimit: without('settings.throttling_rate_limit', -1),
  ThrottlingBurstLimit: without('settings.throttling_burst_limit', -1),
};

export default defineTerraform({
  type: 'AWS::ApiGateway::Stage',
  from: {
    aws_api_gateway_stage: makes(
      {
        RestApiId: 'rest_api_id',
        DeploymentId: 'deployment_id',
        StageName: 'stage_name',
        AccessLogSetting: {
          DestinationArn: 'access_log_settings.destination_arn',
          Format: 'access_log_settings.format',
        },
        CacheClusterEnabled: 'cache_cluster_enabled',
        ClientCertificateId: 'client_certificate_id',
        TracingEnabled: 'xray_tracing_enabled',
        Variables: 'variables',
        Tags: tags,
      },
      {
        attributes: {
          id: 'Id',
          execution_arn: 'arn:{Partition}:execute-api:{Region}:{Account}:{RestApiId}/{StageName}',
          invoke_url: 'https://{RestApiId}.execute-api.{Region}.{URLSuffix}/{StageName}',
        },
      },
    ),
    aws_api_gateway_deployment: makes(
      { RestApiId: 'rest_api_id', DeploymentId: own(), StageName: 'stage_name', Variables: 'variables' },
      { when: { attribute: 'stage_name' } },
    ),
    aws_api_gateway_method_settings: configures(
      { rest_api_id: 'RestApiId', stage_name: 'StageName' },
      { MethodSettings: list(forMethods) },
    ),
  },
});

/** A piece of `method_path`, before or after its last slash; a path with a hole stays whole. */
function pathPart(shown: (piece: string) => string, which: 0 | 1): TerraformStep {
  return code(['method_path'], (view) => {
    const path = view.read('method_path');
    if (path?.kind !== 'literal' || typeof path.value !== 'string') return path;
    const at = path.value.lastIndexOf('/');
    const piece = which === 0 ? path.value.slice(0, Math.max(at, 0)) : path.value.slice(at + 1);
    return { ...path, value: shown(piece) };
  });
}
