/** Properties that look like a policy and that somebody has looked at: a type a line. A new one is added once it is classified. */
export const reviewedPolicyProperties = `
AWS::AIOps::InvestigationGroup: InvestigationGroupPolicy
AWS::APS::ResourcePolicy: PolicyDocument
AWS::ApiGateway::DomainName: SecurityPolicy
AWS::ApiGateway::DomainNameV2: Policy SecurityPolicy
AWS::ApiGateway::RestApi: Policy SecurityPolicy
AWS::ApiGatewayV2::Stage: AccessPolicyId
AWS::AppIntegrations::Application: Permissions
AWS::ApplicationAutoScaling::ScalingPolicy: PolicyName PolicyType PredictiveScalingPolicyConfiguration StepScalingPolicyConfiguration TargetTrackingScalingPolicyConfiguration
AWS::ApplicationInsights::Application: AttachMissingPermission
AWS::AutoScaling::AutoScalingGroup: AvailabilityZoneImpairmentPolicy InstanceLifecyclePolicy InstanceMaintenancePolicy MixedInstancesPolicy TerminationPolicies
AWS::AutoScaling::ScalingPolicy: PolicyType
AWS::AutoScaling::WarmPool: InstanceReusePolicy
AWS::Backup::BackupVault: AccessPolicy
AWS::Backup::LogicallyAirGappedBackupVault: AccessPolicy
AWS::Batch::ComputeEnvironment: UpdatePolicy
AWS::Batch::JobDefinition: ResourceRetentionPolicy
AWS::Batch::JobQueue: SchedulingPolicyArn
AWS::Batch::SchedulingPolicy: FairsharePolicy QuotaSharePolicy
AWS::Bedrock::AutomatedReasoningPolicy: PolicyDefinition
AWS::Bedrock::AutomatedReasoningPolicyVersion: PolicyArn
AWS::Bedrock::DataSource: DataDeletionPolicy
AWS::Bedrock::Guardrail: AutomatedReasoningPolicyConfig ContentPolicyConfig ContextualGroundingPolicyConfig SensitiveInformationPolicyConfig TopicPolicyConfig WordPolicyConfig
AWS::Bedrock::KnowledgeBasePolicy: PolicyDocument
AWS::Bedrock::ResourcePolicy: PolicyDocument
AWS::BedrockAgentCore::BrowserCustom: EnterprisePolicies
AWS::BedrockAgentCore::CapacityProvider: PermissionsConfiguration
AWS::BedrockAgentCore::Gateway: PolicyEngineConfiguration
AWS::BedrockAgentCore::Policy: PolicyEngineId
AWS::BedrockAgentCore::ResourcePolicy: Policy
AWS::Chatbot::MicrosoftTeamsChannelConfiguration: GuardrailPolicies
AWS::Chatbot::SlackChannelConfiguration: GuardrailPolicies
AWS::CloudFormation::StackSet: PermissionModel
AWS::CloudFront::CachePolicy: CachePolicyConfig
AWS::CloudFront::ContinuousDeploymentPolicy: ContinuousDeploymentPolicyConfig
AWS::CloudFront::OriginRequestPolicy: OriginRequestPolicyConfig
AWS::CloudFront::ResponseHeadersPolicy: ResponseHeadersPolicyConfig
AWS::CloudHSM::Cluster: BackupRetentionPolicy
AWS::CloudTrail::ResourcePolicy: ResourcePolicy
AWS::CodeArtifact::Domain: PermissionsPolicyDocument
AWS::CodeArtifact::Repository: PermissionsPolicyDocument
AWS::CodeGuruProfiler::ProfilingGroup: AgentPermissions
AWS::Cognito::UserPool: Policies
AWS::Comprehend::DocumentClassifier: ModelPolicy
AWS::Comprehend::EntityRecognizer: ModelPolicy
AWS::Config::OrganizationConfigRule: OrganizationCustomPolicyRuleMetadata
AWS::Connect::SecurityProfile: Permissions
AWS::DLM::LifecyclePolicy: DefaultPolicy PolicyDetails
AWS::DRS::ReplicationConfigurationTemplate: PitPolicy
AWS::DSQL::Cluster: PolicyDocument
AWS::DataZone::EnvironmentBlueprintConfiguration: EnvironmentRolePermissionBoundary
AWS::DataZone::PolicyGrant: PolicyType
AWS::DynamoDB::Table: ResourcePolicy
AWS::EC2::EC2Fleet: ExcessCapacityTerminationPolicy
AWS::EC2::FlowLog: DeliverLogsPermissionArn
AWS::EC2::NetworkInterfacePermission: Permission
AWS::EC2::TransitGatewayMeteringPolicyEntry: PolicyRuleNumber TransitGatewayMeteringPolicyId
AWS::EC2::TransitGatewayPolicyTableAssociation: TransitGatewayPolicyTableId
AWS::EC2::TransitGatewayPolicyTableEntry: PolicyRule PolicyRuleNumber TransitGatewayPolicyTableId
AWS::EC2::VPCEndpoint: PolicyDocument
AWS::EC2::VerifiedAccessEndpoint: PolicyDocument PolicyEnabled
AWS::EC2::VerifiedAccessGroup: PolicyDocument PolicyEnabled
AWS::EC2::VerifiedAccessTrustProvider: PolicyReferenceName
AWS::ECR::PublicRepository: RepositoryPolicyText
AWS::ECR::RegistryPolicy: PolicyText
AWS::ECR::Repository: LifecyclePolicy RepositoryPolicyText
AWS::ECR::RepositoryCreationTemplate: LifecyclePolicy RepositoryPolicy
AWS::EFS::FileSystem: BackupPolicy BypassPolicyLockoutSafetyCheck FileSystemPolicy LifecyclePolicies
AWS::EKS::AccessEntry: AccessPolicies
AWS::EKS::Capability: DeletePropagationPolicy
AWS::EKS::Cluster: UpgradePolicy
AWS::EKS::PodIdentityAssociation: Policy
AWS::EMR::Cluster: AutoTerminationPolicy ManagedScalingPolicy
AWS::EMR::InstanceGroupConfig: AutoScalingPolicy
AWS::EMR::StudioSessionMapping: SessionPolicyArn
AWS::ElasticLoadBalancing::LoadBalancer: AccessLoggingPolicy AppCookieStickinessPolicy ConnectionDrainingPolicy LBCookieStickinessPolicy Policies
AWS::ElasticLoadBalancingV2::Listener: AlpnPolicy SslPolicy
AWS::Elasticsearch::Domain: AccessPolicies
AWS::EventSchemas::RegistryPolicy: Policy
AWS::Events::EventBus: Policy
AWS::EventsV2::ResourcePolicy: PolicyDocument
AWS::EventsV2::Subscriber: RetryPolicy
AWS::FMS::Policy: DeleteAllPolicyResources PolicyDescription PolicyName SecurityServicePolicyData
AWS::GameLift::ContainerFleet: GameSessionCreationLimitPolicy InstanceInboundPermissions NewGameSessionProtectionPolicy ScalingPolicies
AWS::GameLift::Fleet: EC2InboundPermissions NewGameSessionProtectionPolicy ResourceCreationLimitPolicy ScalingPolicies
AWS::GameLift::GameServerGroup: AutoScalingPolicy GameServerProtectionPolicy
AWS::GameLift::GameSessionQueue: PlayerLatencyPolicies
AWS::Glue::Catalog: CreateDatabaseDefaultPermissions CreateTableDefaultPermissions OverwriteChildResourcePermissionsWithDefault
AWS::Glue::Crawler: RecrawlPolicy SchemaChangePolicy
AWS::Grafana::Workspace: PermissionType
AWS::GreengrassV2::Deployment: DeploymentPolicies
AWS::IAM::Group: ManagedPolicyArns Policies
AWS::IAM::GroupPolicy: PolicyDocument PolicyName
AWS::IAM::ManagedPolicy: ManagedPolicyName PolicyDocument
AWS::IAM::Policy: PolicyDocument PolicyName
AWS::IAM::Role: AssumeRolePolicyDocument ManagedPolicyArns PermissionsBoundary Policies
AWS::IAM::RolePolicy: PolicyDocument PolicyName
AWS::IAM::User: ManagedPolicyArns PermissionsBoundary Policies
AWS::IAM::UserPolicy: PolicyDocument PolicyName
AWS::ImageBuilder::LifecyclePolicy: PolicyDetails
AWS::IoT::Policy: PolicyDocument PolicyName
AWS::IoT::PolicyPrincipalAttachment: PolicyName
AWS::IoTSiteWise::AccessPolicy: AccessPolicyIdentity AccessPolicyPermission AccessPolicyResource
AWS::KMS::Key: BypassPolicyLockoutSafetyCheck KeyPolicy
AWS::KMS::ReplicaKey: KeyPolicy
AWS::Kendra::Index: UserContextPolicy
AWS::Kinesis::ResourcePolicy: ResourcePolicy
AWS::LakeFormation::DataLakeSettings: CreateDatabaseDefaultPermissions CreateTableDefaultPermissions
AWS::LakeFormation::Permissions: Permissions PermissionsWithGrantOption
AWS::LakeFormation::PrincipalPermissions: Permissions PermissionsWithGrantOption
AWS::Lambda::CapacityProvider: PermissionsConfig
AWS::Lambda::CodeSigningConfig: CodeSigningPolicies
AWS::Lambda::ResourcePolicy: PolicyDocument
AWS::Lambda::Version: RuntimePolicy
AWS::Lex::ResourcePolicy: Policy
AWS::Lightsail::LoadBalancer: TlsPolicyName
AWS::Logs::AccountPolicy: PolicyDocument PolicyName PolicyType
AWS::Logs::DeliveryDestination: DeliveryDestinationPolicy
AWS::Logs::Destination: DestinationPolicy
AWS::Logs::LogGroup: DataProtectionPolicy FieldIndexPolicies ResourcePolicyDocument
AWS::Logs::ResourcePolicy: PolicyDocument PolicyName
AWS::MPA::ApprovalTeam: Policies
AWS::MSK::ClusterPolicy: Policy
AWS::MediaPackageV2::ChannelPolicy: Policy
AWS::MediaPackageV2::OriginEndpointPolicy: Policy
AWS::MediaStore::Container: CorsPolicy LifecyclePolicy MetricPolicy Policy
AWS::MediaTailor::ChannelPolicy: Policy
AWS::NetworkFirewall::Firewall: FirewallPolicyArn FirewallPolicyChangeProtection
AWS::NetworkFirewall::FirewallPolicy: FirewallPolicy FirewallPolicyName
AWS::NetworkManager::ConnectAttachment: RoutingPolicyLabel
AWS::NetworkManager::CoreNetwork: PolicyDocument
AWS::NetworkManager::DirectConnectGatewayAttachment: RoutingPolicyLabel
AWS::NetworkManager::SiteToSiteVpnAttachment: RoutingPolicyLabel
AWS::NetworkManager::TransitGatewayRouteTableAttachment: RoutingPolicyLabel
AWS::NetworkManager::VpcAttachment: RoutingPolicyLabel
AWS::ODB::OdbNetwork: KmsPolicyDocument S3PolicyDocument StsPolicyDocument
AWS::OSIS::Pipeline: ResourcePolicy
AWS::Oam::Sink: Policy
AWS::Omics::SequenceStore: S3AccessPolicy
AWS::OpenSearchServerless::AccessPolicy: Policy
AWS::OpenSearchServerless::LifecyclePolicy: Policy
AWS::OpenSearchServerless::SecurityPolicy: Policy
AWS::OpenSearchService::Domain: AccessPolicies
AWS::OpsWorks::Stack: ClonePermissions
AWS::PaymentCryptography::Key: Policy
AWS::QLDB::Ledger: PermissionsMode
AWS::QuickSight::ActionConnector: Permissions
AWS::QuickSight::Analysis: Permissions
AWS::QuickSight::ApprovalPolicy: PolicyId
AWS::QuickSight::CustomPermissions: CustomPermissionsName
AWS::QuickSight::Dashboard: Permissions
AWS::QuickSight::DataSet: ColumnLevelPermissionRules IngestionWaitPolicy Permissions RowLevelPermissionDataSet RowLevelPermissionTagConfiguration
AWS::QuickSight::DataSource: Permissions
AWS::QuickSight::Flow: Permissions
AWS::QuickSight::Folder: Permissions
AWS::QuickSight::KnowledgeBase: Permissions
AWS::QuickSight::Space: Permissions
AWS::QuickSight::Template: Permissions
AWS::QuickSight::Theme: Permissions
AWS::QuickSight::TopicV2: Permissions
AWS::RAM::Permission: PolicyTemplate
AWS::RAM::ResourceShare: PermissionArns
AWS::RUM::AppMonitor: ResourcePolicy
AWS::Redshift::Cluster: NamespaceResourcePolicy
AWS::RedshiftServerless::Namespace: NamespaceResourcePolicy
AWS::ResilienceHub::App: PermissionModel ResiliencyPolicyArn
AWS::ResilienceHub::ResiliencyPolicy: Policy PolicyDescription PolicyName
AWS::ResilienceHubV2::Service: PermissionModel PolicyArn
AWS::ResilienceHubV2::UserJourney: PolicyArn
AWS::RolesAnywhere::Profile: ManagedPolicyArns SessionPolicy
AWS::Route53::TrafficPolicyInstance: TrafficPolicyId TrafficPolicyVersion
AWS::S3::AccessGrant: Permission
AWS::S3::AccessPoint: Policy
AWS::S3::BucketPolicy: PolicyDocument
AWS::S3::MultiRegionAccessPointPolicy: Policy
AWS::S3Express::AccessPoint: Policy
AWS::S3Express::BucketPolicy: PolicyDocument
AWS::S3Files::FileSystemPolicy: Policy
AWS::S3ObjectLambda::AccessPointPolicy: PolicyDocument
AWS::S3Outposts::AccessPoint: Policy
AWS::S3Outposts::BucketPolicy: PolicyDocument
AWS::S3Tables::TableBucketPolicy: ResourcePolicy
AWS::S3Tables::TablePolicy: ResourcePolicy
AWS::S3Vectors::VectorBucketPolicy: Policy
AWS::SES::MailManagerIngressPoint: TlsPolicy TrafficPolicyId
AWS::SES::MailManagerTrafficPolicy: PolicyStatements TrafficPolicyName
AWS::SMSVOICE::ResourcePolicy: PolicyDocument
AWS::SNS::Subscription: DeliveryPolicy FilterPolicy FilterPolicyScope RedrivePolicy ReplayPolicy
AWS::SNS::Topic: ArchivePolicy DataProtectionPolicy
AWS::SNS::TopicInlinePolicy: PolicyDocument
AWS::SNS::TopicPolicy: PolicyDocument
AWS::SQS::Queue: RedriveAllowPolicy RedrivePolicy
AWS::SQS::QueueInlinePolicy: PolicyDocument
AWS::SQS::QueuePolicy: PolicyDocument
AWS::SSM::Parameter: Policies
AWS::SSM::ResourcePolicy: Policy
AWS::SSO::Assignment: PermissionSetArn
AWS::SSO::PermissionSet: CustomerManagedPolicyReferences InlinePolicy ManagedPolicies PermissionsBoundary
AWS::SageMaker::ModelPackageGroup: ModelPackageGroupPolicy
AWS::SecretsManager::ResourcePolicy: BlockPublicPolicy ResourcePolicy
AWS::SecurityHub::ConfigurationPolicy: ConfigurationPolicy
AWS::SecurityHub::PolicyAssociation: ConfigurationPolicyId
AWS::Serverless::Function: AssumeRolePolicyDocument PermissionsBoundary Policies
AWS::Serverless::LayerVersion: RetentionPolicy
AWS::Serverless::StateMachine: PermissionsBoundaries Policies
AWS::Transfer::Connector: SecurityPolicyName
AWS::Transfer::Server: SecurityPolicyName
AWS::Transfer::User: Policy
AWS::Transfer::WebApp: WebAppEndpointPolicy
AWS::VerifiedPermissions::IdentitySource: PolicyStoreId
AWS::VerifiedPermissions::Policy: PolicyStoreId
AWS::VerifiedPermissions::PolicyStoreAlias: PolicyStoreId
AWS::VerifiedPermissions::PolicyTemplate: PolicyStoreId
AWS::VpcLattice::AuthPolicy: Policy
AWS::VpcLattice::ResourcePolicy: Policy
AWS::Wisdom::AIGuardrail: ContentPolicyConfig ContextualGroundingPolicyConfig SensitiveInformationPolicyConfig TopicPolicyConfig WordPolicyConfig
AWS::WorkSpacesWeb::BrowserSettings: BrowserPolicy WebContentFilteringPolicy
AWS::XRay::ResourcePolicy: BypassPolicyLockoutCheck PolicyDocument PolicyName
`;
