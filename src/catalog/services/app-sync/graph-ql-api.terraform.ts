import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::AppSync::GraphQLApi',
  from: {
    aws_appsync_graphql_api: makes(
      {
        Name: 'name',
        AdditionalAuthenticationProviders: each('additional_authentication_provider', {
          AuthenticationType: 'authentication_type',
        }),
        AuthenticationType: 'authentication_type',
        LogConfig: {
          CloudWatchLogsRoleArn: 'log_config.cloudwatch_logs_role_arn',
          FieldLogLevel: 'log_config.field_log_level',
        },
        MergedApiExecutionRoleArn: 'merged_api_execution_role_arn',
        Visibility: 'visibility',
        XrayEnabled: 'xray_enabled',
        Tags: tags,
      },
      { attributes: { id: 'ApiId' } },
    ),
  },
  inexpressible: {
    EnvironmentVariables: 'the provider has no attribute for them',
  },
});
