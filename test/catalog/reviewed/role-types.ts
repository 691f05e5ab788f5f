/** Types that take a role and that somebody has looked at: a service a line. A new one is added once it is classified. */
export const reviewedRoleTypes = `
AWS::AIOps: InvestigationGroup
AWS::ARCRegionSwitch: Plan
AWS::Amplify: App Branch Domain
AWS::ApiGateway: Account Authorizer Method
AWS::AppConfig: ConfigurationProfile Environment
AWS::AppRunner: Service
AWS::AppStream: AppBlockBuilder Fleet ImageBuilder
AWS::AppSync: DataSource GraphQLApi
AWS::ApplicationAutoScaling: ScalableTarget
AWS::Athena: WorkGroup
AWS::AuditManager: Assessment
AWS::AutoScaling: AutoScalingGroup LaunchConfiguration LifecycleHook
AWS::BCM: ScheduledReport
AWS::Backup: BackupSelection RestoreTestingSelection
AWS::Batch: ComputeEnvironment
AWS::Bedrock: Agent Flow KnowledgeBase
AWS::BedrockAgentCore: BrowserCustom CodeInterpreterCustom Gateway Harness Memory OnlineEvaluationConfig PaymentManager Runtime
AWS::Budgets: BudgetsAction
AWS::CertificateManager: AcmeExternalAccountBinding
AWS::Chatbot: MicrosoftTeamsChannelConfiguration SlackChannelConfiguration
AWS::Chime: MediaInsightsPipelineConfiguration
AWS::CleanRooms: ConfiguredTableAssociation
AWS::CleanRoomsML: ConfiguredModelAlgorithm TrainingDataset
AWS::CloudFormation: ChangeSet GuardHook HookVersion LambdaHook Macro ResourceVersion StackSet TypeActivation
AWS::CloudFront: RealtimeLogConfig
AWS::CloudTrail: EventDataStore Trail
AWS::CloudWatch: LogAlarm MetricStream
AWS::CodeBuild: Fleet Project
AWS::CodeDeploy: DeploymentGroup
AWS::CodeGuruProfiler: ProfilingGroup
AWS::CodePipeline: Pipeline
AWS::CodeStarConnections: SyncConfiguration
AWS::Cognito: IdentityPoolRoleAttachment UserPool UserPoolClient UserPoolGroup
AWS::Comprehend: DocumentClassifier EntityRecognizer Flywheel
AWS::Config: ConfigurationRecorder
AWS::DAX: Cluster
AWS::DLM: LifecyclePolicy
AWS::DMS: DataMigration InstanceProfile MigrationProject
AWS::DataBrew: Job Project
AWS::DataPipeline: Pipeline
AWS::DataSync: LocationEFS LocationS3
AWS::DataZone: Domain Environment EnvironmentBlueprintConfiguration Project SubscriptionTarget
AWS::Deadline: Fleet Monitor Queue
AWS::DeviceFarm: Project
AWS::DirectConnect: DirectConnectGatewayAssociation PrivateVirtualInterface PublicVirtualInterface TransitVirtualInterface
AWS::EC2: EnclaveCertificateIamRoleAssociation FlowLog Instance LaunchTemplate SpotFleet VPCPeeringConnection
AWS::ECR: PullThroughCacheRule RepositoryCreationTemplate
AWS::ECS: DaemonTaskDefinition ExpressGatewayService Service TaskDefinition
AWS::EKS: Addon Capability Cluster FargateProfile Nodegroup PodIdentityAssociation
AWS::EMR: Cluster InstanceGroupConfig Studio
AWS::EMRContainers: Endpoint
AWS::ElasticBeanstalk: ConfigurationTemplate Environment
AWS::ElementalInference: Feed
AWS::EntityResolution: IdMappingWorkflow IdNamespace MatchingWorkflow
AWS::Events: Endpoint Rule
AWS::FIS: ExperimentTemplate TargetAccountConfiguration
AWS::FMS: NotificationChannel
AWS::GameLift: ContainerFleet Fleet GameServerGroup
AWS::Glue: Crawler DevEndpoint Job MLTransform Session
AWS::Grafana: Workspace
AWS::Greengrass: Group
AWS::GroundStation: Config MissionProfile
AWS::GuardDuty: MalwareProtectionPlan
AWS::IAM: InstanceProfile ManagedPolicy Policy Role RolePolicy
AWS::IdentityStore: User
AWS::ImageBuilder: Image ImagePipeline InfrastructureConfiguration LifecyclePolicy
AWS::IoT: AccountAuditConfiguration Command EncryptionConfiguration Logging MitigationAction ProvisioningTemplate RoleAlias Stream TopicRule
AWS::IoTAnalytics: Dataset
AWS::IoTEvents: AlarmModel DetectorModel
AWS::IoTFleetHub: Application
AWS::IoTSiteWise: Portal
AWS::IoTTwinMaker: SyncJob Workspace
AWS::IoTWireless: Destination FuotaTask
AWS::KafkaConnect: Connector
AWS::Kendra: DataSource Faq Index QuerySuggestionsBlockList Thesaurus
AWS::Kinesis: Channel
AWS::KinesisAnalyticsV2: Application
AWS::KinesisFirehose: DeliveryStream
AWS::LakeFormation: PrincipalPermissions Resource
AWS::Lambda: Function MicrovmImage NetworkConnector Permission
AWS::Lex: Bot
AWS::Logs: Destination ScheduledQuery SubscriptionFilter
AWS::LookoutEquipment: InferenceScheduler
AWS::LookoutMetrics: Alert AnomalyDetector
AWS::M2: Application
AWS::MSK: Replicator
AWS::MWAA: Environment
AWS::MWAAServerless: Workflow
AWS::MediaConnect: FlowVpcInterface
AWS::MediaLive: Channel Cluster Input Node
AWS::MediaPackage: Asset
AWS::Neptune: DBCluster
AWS::NimbleStudio: Studio
AWS::ODB: CloudAutonomousVmCluster CloudVmCluster
AWS::OSIS: Pipeline
AWS::ObservabilityAdmin: S3TableIntegration
AWS::OpenSearchService: Domain
AWS::OpsWorks: Layer Stack
AWS::OpsWorksCM: Server
AWS::Organizations: Account
AWS::PCS: ComputeNodeGroup
AWS::Panorama: ApplicationInstance
AWS::Personalize: DatasetGroup
AWS::Pinpoint: EmailChannel EventStream
AWS::Pipes: Pipe
AWS::Proton: EnvironmentAccountConnection
AWS::QBusiness: Application DataSource Retriever WebExperience
AWS::QLDB: Stream
AWS::QuickSight: VPCConnection
AWS::RDS: DBCluster DBInstance DBProxy DBProxyEndpoint
AWS::RUM: AppMonitor
AWS::Redshift: Cluster ScheduledAction
AWS::RedshiftServerless: Namespace
AWS::Rekognition: StreamProcessor
AWS::ResourceGroups: TagSyncTask
AWS::RolesAnywhere: Profile
AWS::S3: AccessGrantsLocation Bucket
AWS::S3Files: FileSystem
AWS::SES: ConfigurationSetEventDestination
AWS::SNS: Subscription
AWS::SSM: Association CloudConnector MaintenanceWindowTask
AWS::SageMaker: Cluster DataQualityJobDefinition DeviceFleet Domain EndpointConfig FeatureGroup Image InferenceExperiment MlflowApp MlflowTrackingServer Model ModelBiasJobDefinition ModelExplainabilityJobDefinition ModelQualityJobDefinition MonitoringSchedule NotebookInstance PartnerApp Pipeline ProcessingJob UserProfile
AWS::Scheduler: Schedule
AWS::SecretsManager: RotationSchedule
AWS::SecurityAgent: Application Pentest
AWS::SecurityLake: DataLake
AWS::Serverless: Function StateMachine
AWS::ServiceCatalog: LaunchRoleConstraint StackSetConstraint
AWS::Shield: DRTAccess
AWS::SimSpaceWeaver: Simulation
AWS::StepFunctions: StateMachine
AWS::SupportApp: SlackChannelConfiguration
AWS::Synthetics: Canary
AWS::Timestream: ScheduledQuery
AWS::Transcribe: Vocabulary VocabularyFilter
AWS::Transfer: Agreement Connector Server User
AWS::WellArchitected: AgentProfile
`;
