/**
 * Sections of `Globals` and the properties that they may set.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
const sections = {
  Function:
    'Handler Runtime CodeUri DeadLetterQueue Description MemorySize Timeout VpcConfig Environment Tags PropagateTags Tracing KmsKeyArn AutoPublishAlias AutoPublishAliasAllProperties AutoPublishCodeSha256 Layers DeploymentPreference RolePath PermissionsBoundary ReservedConcurrentExecutions ProvisionedConcurrencyConfig AssumeRolePolicyDocument EventInvokeConfig FileSystemConfigs CodeSigningConfigArn Architectures SnapStart EphemeralStorage FunctionUrlConfig RuntimeManagementConfig LoggingConfig RecursiveLoop SourceKMSKeyArn CapacityProviderConfig FunctionScalingConfig VersionDeletionPolicy PublishToLatestPublished TenancyConfig DurableConfig Policies Role',
  Api: 'Auth Name DefinitionUri CacheClusterEnabled CacheClusterSize MergeDefinitions Variables EndpointConfiguration MethodSettings BinaryMediaTypes MinimumCompressionSize Cors GatewayResponses AccessLogSetting CanarySetting TracingEnabled OpenApiVersion Domain AlwaysDeploy PropagateTags SecurityPolicy EndpointAccessMode',
  HttpApi:
    'Auth AccessLogSettings StageVariables Tags CorsConfiguration DefaultRouteSettings Domain RouteSettings FailOnWarnings PropagateTags',
  WebSocketApi:
    'AccessLogSettings ApiKeySelectionExpression DefaultRouteSettings DisableExecuteApiEndpoint DisableSchemaValidation Domain IpAddressType PropagateTags RouteSettings RouteSelectionExpression StageVariables Tags',
  SimpleTable: 'SSESpecification',
  StateMachine: 'PropagateTags',
  LayerVersion: 'PublishLambdaVersion',
  CapacityProvider: 'VpcConfig OperatorRole Tags InstanceRequirements ScalingConfig KmsKeyArn PropagateTags',
} as const;

export const globalSections: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(sections).map(([name, properties]) => [name, new Set(properties.split(' '))]),
);
