import { resourceType } from '../resource-type.ts';

/**
 * Which properties of a resource type bear on security. The published schemas do not mark them, so the list is ours:
 * patterns on property names, and what a type has over and above, or has under such a name without being it. A property
 * on this list is read by the type's knowledge, or stands in its `ignored` with the reason; a test holds us to it.
 */
const patterns: readonly RegExp[] = [
  // Who may, and as whom.
  /Polic(y|ies)|Permission|Role(Arn|ARN|Name|s)?$|^Role|Principal|Trust|Grant|AllowUsers|Acl$|AccessControl/,
  /Auth(?!or$)|Credential|Mfa|Identit|Federat|SignUp|AdminCreate|Anonymous|Unauthenticated/,
  // Secrets and keys.
  /Password|Secret|Token|Credential|ApiKey|PrivateKey|Encrypt|Kms|KMS|SSE|Sse[A-Z]|CodeSigning|KeyRotation|KeySpec|KeyUsage/,
  // Transport.
  /Ssl|SSL|Tls|TLS|Certificate|SecurityPolic|Protocol|ViewerProtocol/,
  // Network.
  /Public|Vpc|VPC|Subnet|SecurityGroup|Ingress|Egress|Cidr|Endpoint|SourceIp|IpAddress|Cors|CORS|NetworkConfig|^Port$/,
  // What runs, and with which input.
  /^(Code|Content|Image|ImageUri|Runtime|Layers|Environment|UserData|Engine|EngineVersion|Version|KubernetesVersion)$/,
  /Definition|ContainerDefinitions|Privileged|Metadata(Options|Http)|ExecuteCommand|^Build|Buildspec|^Source$/,
  // Seeing and coming back.
  /Log(ging|s|Setting|Config|Group)|^AccessLog|Audit|Backup|Retention|Recovery|Versioning|Replicat|MultiA(Z|z)|Snapshot/,
  /Delet(ion|e)Protection|ObjectLock|Immutab|DeadLetter|Redrive|PointInTime|Multi(Region)|Validat/,
  // Guards in front.
  /WebA(cl|CL)|Waf|Throttl|RateLimit|Quota|ConcurrentExecutions|Scan/,
];

/** Names that a pattern meets and that bear on something else: windows, texts, tags, tuning. */
const neutral =
  /^Preferred\w+Window$|(Message|Subject|(?<!Key)Identifier|ResultTtlInSeconds|PayloadFormatVersion|FilterPolicyScope)$|^(CopyTags|AttributeDef|FieldIndex|(Role|LogGroup)Name$|KmsDataKeyReuse|CertificateRotationRestart)|^(UserPool|IdentityPool|BackupPlan|BackupVault|HostedZone)(Name|Tags)$/;

/** Relevant although no pattern meets the name. */
const added: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::Authorizer': ['Type', 'ProviderARNs'],
  'AWS::ApiGateway::Method': ['Integration'],
  'AWS::ApiGateway::RestApi': ['Body', 'BodyS3Location', 'DisableExecuteApiEndpoint'],
  'AWS::ApiGateway::Stage': ['MethodSettings', 'Variables'],
  'AWS::ApiGatewayV2::Api': ['Body', 'BodyS3Location', 'DisableExecuteApiEndpoint', 'Target'],
  'AWS::ApiGatewayV2::Authorizer': ['JwtConfiguration'],
  'AWS::ApiGatewayV2::Integration': ['IntegrationUri', 'ConnectionType'],
  'AWS::ApiGatewayV2::Route': ['Target'],
  'AWS::ApiGatewayV2::Stage': ['DefaultRouteSettings', 'RouteSettings', 'StageVariables'],
  'AWS::Backup::BackupPlan': ['BackupPlan'],
  'AWS::Backup::BackupSelection': ['BackupSelection'],
  'AWS::CloudFormation::Stack': ['Parameters'],
  'AWS::CloudFormation::StackSet': ['AdministrationRoleARN', 'Parameters', 'StackInstancesGroup', 'TemplateBody'],
  'AWS::CloudFront::Distribution': ['DistributionConfig'],
  'AWS::CloudFront::Function': ['FunctionCode', 'FunctionConfig'],
  'AWS::CloudFront::OriginAccessControl': ['OriginAccessControlConfig'],
  'AWS::CloudFront::ResponseHeadersPolicy': ['ResponseHeadersPolicyConfig'],
  'AWS::CloudWatch::Alarm': ['ActionsEnabled', 'AlarmActions'],
  'AWS::CloudTrail::Trail': ['IsLogging', 'EventSelectors', 'S3BucketName'],
  'AWS::Cognito::UserPool': ['UserPoolAddOns', 'LambdaConfig'],
  'AWS::Cognito::UserPoolClient': ['CallbackURLs', 'ExplicitAuthFlows'],
  'AWS::Config::ConfigRule': ['Source'],
  'AWS::DMS::Endpoint': ['S3Settings', 'ServerName', 'Username'],
  'AWS::EC2::Instance': ['BlockDeviceMappings', 'IamInstanceProfile', 'ImageId', 'LaunchTemplate', 'NetworkInterfaces'],
  'AWS::EC2::LaunchTemplate': ['LaunchTemplateData'],
  'AWS::Events::Rule': ['Targets', 'State'],
  'AWS::GuardDuty::Detector': ['Enable'],
  'AWS::KMS::Key': ['Enabled', 'PendingWindowInDays'],
  'AWS::KinesisFirehose::DeliveryStream': ['ExtendedS3DestinationConfiguration', 'S3DestinationConfiguration'],
  'AWS::Lambda::EventSourceMapping': ['EventSourceArn', 'Enabled', 'SourceAccessConfigurations', 'DestinationConfig'],
  'AWS::Lambda::Function': ['FileSystemConfigs'],
  'AWS::Lambda::Permission': ['Action', 'SourceAccount', 'SourceArn'],
  'AWS::RDS::DBCluster': ['MasterUsername'],
  'AWS::RDS::DBInstance': ['AutoMinorVersionUpgrade', 'DBClusterIdentifier', 'MasterUsername'],
  'AWS::S3::Bucket': [
    'LifecycleConfiguration',
    'NotificationConfiguration',
    'OwnershipControls',
    'WebsiteConfiguration',
  ],
  'AWS::SNS::Topic': ['Subscription'],
  'AWS::SSM::Parameter': ['Value'],
  'AWS::WAFv2::LoggingConfiguration': ['LogDestinationConfigs'],
  'AWS::WAFv2::WebACL': ['DefaultAction', 'Rules', 'Scope'],
  'AWS::WAFv2::WebACLAssociation': ['ResourceArn'],
};

/** Met by a pattern, but of another meaning. */
const excluded: Readonly<Record<string, readonly string[]>> = {
  'AWS::ApiGateway::RestApi': ['Version'],
  'AWS::ApiGatewayV2::Api': ['Version'],
};

/** The security-relevant top-level properties of a type, sorted; none for types without a published schema. */
export function securityRelevantProperties(type: string): readonly string[] {
  const without = new Set(excluded[type] ?? []);
  const extra = new Set(added[type] ?? []);
  return (resourceType(type)?.properties ?? []).filter(
    (name) =>
      !without.has(name) &&
      (extra.has(name) || (!neutral.test(name) && patterns.some((pattern) => pattern.test(name)))),
  );
}
