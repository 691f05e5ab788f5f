/**
 * Types that state a policy of a resource and are not known in depth, by CloudFormation name. AWS lists the services under
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html ("Resource-based policies");
 * the properties are those of the CloudFormation schemas.
 */

/** The property that holds the policy of the resource itself; `*` stands for each member of a list, commas part several. */
export const ownPolicyProperties: Readonly<Record<string, string>> = {
  'AWS::AIOps::InvestigationGroup': 'InvestigationGroupPolicy',
  'AWS::ApiGateway::DomainNameV2': 'Policy',
  'AWS::Backup::LogicallyAirGappedBackupVault': 'AccessPolicy',
  'AWS::CodeArtifact::Domain': 'PermissionsPolicyDocument',
  'AWS::CodeArtifact::Repository': 'PermissionsPolicyDocument',
  'AWS::Comprehend::DocumentClassifier': 'ModelPolicy',
  'AWS::Comprehend::EntityRecognizer': 'ModelPolicy',
  'AWS::DSQL::Cluster': 'PolicyDocument',
  'AWS::ECR::PublicRepository': 'RepositoryPolicyText',
  'AWS::ECR::RegistryPolicy': 'PolicyText',
  'AWS::ECR::RepositoryCreationTemplate': 'RepositoryPolicy',
  'AWS::KMS::ReplicaKey': 'KeyPolicy',
  'AWS::Logs::DeliveryDestination': 'DeliveryDestinationPolicy',
  'AWS::Logs::Destination': 'DestinationPolicy',
  'AWS::Logs::ResourcePolicy': 'PolicyDocument',
  'AWS::MediaStore::Container': 'Policy',
  'AWS::OSIS::Pipeline': 'ResourcePolicy',
  'AWS::Oam::Sink': 'Policy',
  'AWS::Omics::SequenceStore': 'S3AccessPolicy',
  'AWS::Organizations::ResourcePolicy': 'Content',
  'AWS::PaymentCryptography::Key': 'Policy',
  'AWS::RUM::AppMonitor': 'ResourcePolicy.PolicyDocument',
  'AWS::RedshiftServerless::Namespace': 'NamespaceResourcePolicy',
  'AWS::S3Express::AccessPoint': 'Policy',
  'AWS::S3Outposts::AccessPoint': 'Policy',
  'AWS::SageMaker::ModelPackageGroup': 'ModelPackageGroupPolicy',
  'AWS::XRay::ResourcePolicy': 'PolicyDocument',
};

/** A type that attaches a policy to another resource. */
export interface PolicyAttachmentType {
  /** The property that holds the policy. */
  readonly policy: string;
  /** The property that names the resource, by reference, ARN or name. */
  readonly to: string;
  /** What `to` may be a name of, where plain names are usual. */
  readonly types?: readonly string[];
}

export const attachedPolicyProperties: Readonly<Record<string, PolicyAttachmentType>> = {
  'AWS::APS::ResourcePolicy': { policy: 'PolicyDocument', to: 'WorkspaceArn' },
  'AWS::Bedrock::KnowledgeBasePolicy': {
    policy: 'PolicyDocument',
    to: 'KnowledgeBaseId',
    types: ['AWS::Bedrock::KnowledgeBase'],
  },
  'AWS::Bedrock::ResourcePolicy': { policy: 'PolicyDocument', to: 'ResourceArn' },
  'AWS::BedrockAgentCore::ResourcePolicy': { policy: 'Policy', to: 'ResourceArn' },
  'AWS::CloudTrail::ResourcePolicy': { policy: 'ResourcePolicy', to: 'ResourceArn' },
  'AWS::EventSchemas::RegistryPolicy': {
    policy: 'Policy',
    to: 'RegistryName',
    types: ['AWS::EventSchemas::Registry'],
  },
  'AWS::EventsV2::ResourcePolicy': { policy: 'PolicyDocument', to: 'EventBusArn' },
  'AWS::Kinesis::ResourcePolicy': { policy: 'ResourcePolicy', to: 'ResourceArn' },
  'AWS::Lambda::ResourcePolicy': { policy: 'PolicyDocument', to: 'ResourceArn' },
  'AWS::Lex::ResourcePolicy': { policy: 'Policy', to: 'ResourceArn' },
  'AWS::MSK::ClusterPolicy': { policy: 'Policy', to: 'ClusterArn' },
  'AWS::MediaPackageV2::ChannelPolicy': {
    policy: 'Policy',
    to: 'ChannelName',
    types: ['AWS::MediaPackageV2::Channel'],
  },
  'AWS::MediaPackageV2::OriginEndpointPolicy': {
    policy: 'Policy',
    to: 'OriginEndpointName',
    types: ['AWS::MediaPackageV2::OriginEndpoint'],
  },
  'AWS::MediaTailor::ChannelPolicy': { policy: 'Policy', to: 'ChannelName', types: ['AWS::MediaTailor::Channel'] },
  'AWS::S3::MultiRegionAccessPointPolicy': {
    policy: 'Policy',
    to: 'MrapName',
    types: ['AWS::S3::MultiRegionAccessPoint'],
  },
  'AWS::S3Express::BucketPolicy': {
    policy: 'PolicyDocument',
    to: 'Bucket',
    types: ['AWS::S3Express::DirectoryBucket'],
  },
  'AWS::S3Files::FileSystemPolicy': { policy: 'Policy', to: 'FileSystemId', types: ['AWS::S3Files::FileSystem'] },
  'AWS::S3ObjectLambda::AccessPointPolicy': {
    policy: 'PolicyDocument',
    to: 'ObjectLambdaAccessPoint',
    types: ['AWS::S3ObjectLambda::AccessPoint'],
  },
  'AWS::S3Outposts::BucketPolicy': { policy: 'PolicyDocument', to: 'Bucket', types: ['AWS::S3Outposts::Bucket'] },
  'AWS::S3Tables::TableBucketPolicy': { policy: 'ResourcePolicy', to: 'TableBucketARN' },
  'AWS::S3Tables::TablePolicy': { policy: 'ResourcePolicy', to: 'TableARN' },
  'AWS::S3Vectors::VectorBucketPolicy': { policy: 'Policy', to: 'VectorBucketArn' },
  'AWS::SMSVOICE::ResourcePolicy': { policy: 'PolicyDocument', to: 'ResourceArn' },
  'AWS::SNS::TopicInlinePolicy': { policy: 'PolicyDocument', to: 'TopicArn' },
  'AWS::SQS::QueueInlinePolicy': { policy: 'PolicyDocument', to: 'Queue' },
  'AWS::SSM::ResourcePolicy': { policy: 'Policy', to: 'ResourceArn' },
  'AWS::VpcLattice::AuthPolicy': { policy: 'Policy', to: 'ResourceIdentifier' },
  'AWS::VpcLattice::ResourcePolicy': { policy: 'Policy', to: 'ResourceArn' },
};

/** A type that states one permission of another resource, whose properties are the elements of a statement. */
export interface PermissionType {
  readonly to: string;
  readonly principal: string;
  readonly action: string;
  /** Properties that become conditions, `StringEquals` of the key. */
  readonly conditions: Readonly<Record<string, string>>;
}

export const permissionTypes: Readonly<Record<string, PermissionType>> = {
  // https://docs.aws.amazon.com/lambda/latest/api/API_AddLayerVersionPermission.html
  'AWS::Lambda::LayerVersionPermission': {
    to: 'LayerVersionArn',
    principal: 'Principal',
    action: 'Action',
    conditions: { OrganizationId: 'aws:PrincipalOrgID' },
  },
  // https://docs.aws.amazon.com/privateca/latest/APIReference/API_CreatePermission.html
  'AWS::ACMPCA::Permission': {
    to: 'CertificateAuthorityArn',
    principal: 'Principal',
    action: 'Actions',
    conditions: { SourceAccount: 'aws:SourceAccount' },
  },
  // https://docs.aws.amazon.com/signer/latest/api/API_AddProfilePermission.html
  'AWS::Signer::ProfilePermission': { to: 'ProfileName', principal: 'Principal', action: 'Action', conditions: {} },
};
