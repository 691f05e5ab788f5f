import { type Shape, shape } from './check-shape.ts';

/**
 * What the resources of SAM may have, by their type.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html
 */
export const resourceShapes: Readonly<Record<string, Shape>> = {
  'AWS::Serverless::Function': shape({
    any: 'AutoPublishAlias AutoPublishCodeSha256 CodeSigningConfigArn CodeUri DeadLetterQueue Description FunctionName Handler ImageUri InlineCode KmsKeyArn MemorySize PackageType PermissionsBoundary Policies PropagateTags ProvisionedConcurrencyConfig PublishToLatestPublished RecursiveLoop ReservedConcurrentExecutions RolePath Runtime SourceKMSKeyArn Timeout Tracing VersionDescription VersionDeletionPolicy FileSystemConfigs DeploymentPreference Events',
    map: 'AssumeRolePolicyDocument CapacityProviderConfig DurableConfig Environment EphemeralStorage EventInvokeConfig FunctionScalingConfig FunctionUrlConfig ImageConfig LoggingConfig RuntimeManagementConfig SnapStart Tags TenancyConfig VpcConfig',
    list: 'Architectures Layers',
    text: 'AutoPublishAliasAllProperties Role',
  }),
  'AWS::Serverless::Api': shape({
    any: 'AccessLogSetting AlwaysDeploy ApiKeySourceType Auth BinaryMediaTypes CacheClusterEnabled CacheClusterSize CanarySetting Cors DefinitionBody DefinitionUri Description DisableExecuteApiEndpoint Domain EndpointAccessMode EndpointConfiguration FailOnWarnings GatewayResponses MergeDefinitions MethodSettings MinimumCompressionSize Mode Models Name OpenApiVersion Policy PropagateTags SecurityPolicy StageName TracingEnabled Variables',
    map: 'Tags',
  }),
  'AWS::Serverless::HttpApi': shape({
    any: 'AccessLogSettings Auth CorsConfiguration DefaultRouteSettings DefinitionBody DefinitionUri Description DisableExecuteApiEndpoint Domain FailOnWarnings Name PropagateTags RouteSettings StageName StageVariables',
    map: 'Tags',
  }),
  'AWS::Serverless::SimpleTable': shape({
    any: 'PointInTimeRecoverySpecification PrimaryKey ProvisionedThroughput SSESpecification TableName',
    map: 'Tags',
  }),
  'AWS::Serverless::LayerVersion': shape({
    any: 'CompatibleArchitectures CompatibleRuntimes ContentUri Description LayerName LicenseInfo PublishLambdaVersion RetentionPolicy',
  }),
  'AWS::Serverless::StateMachine': shape({
    any: 'AutoPublishAlias Definition DefinitionUri DefinitionSubstitutions DeploymentPreference Name PermissionsBoundary Policies PropagateTags Role RolePath Tracing Type UseAliasAsEventTarget Logging Events',
    map: 'Tags',
  }),
  'AWS::Serverless::Application': shape({
    any: 'Location NotificationARNs TimeoutInMinutes',
    map: 'Parameters Tags',
  }),
  'AWS::Serverless::Connector': shape({ any: 'Source Destination Permissions' }),
  'AWS::Serverless::CapacityProvider': shape({
    any: 'CapacityProviderName InstanceRequirements KmsKeyArn OperatorRole PropagateTags ScalingConfig',
    map: 'Tags VpcConfig',
  }),
  'AWS::Serverless::GraphQLApi': shape({
    any: 'ApiKeys Auth Cache DataSources DomainName Functions IntrospectionConfig Logging Name OwnerContact PropagateTags QueryDepthLimit ResolverCountLimit Resolvers SchemaInline SchemaUri Tags Visibility XrayEnabled EnvironmentVariables',
  }),
  'AWS::Serverless::WebSocketApi': shape({
    any: 'AccessLogSettings ApiKeySelectionExpression Auth DefaultRouteSettings Description DisableExecuteApiEndpoint DisableSchemaValidation Domain IpAddressType Name PropagateTags RouteSelectionExpression RouteSettings Routes StageName StageVariables',
    map: 'Tags',
  }),
};

/** Properties that no resource of the type can do without. */
export const requiredByResources: Readonly<Record<string, readonly string[]>> = {
  'AWS::Serverless::WebSocketApi': ['RouteSelectionExpression'],
};
