import type { Fix } from '../../model/threat.ts';

/** Where a control is switched on, in the properties of a type. */
export type Change = Pick<Fix, 'property' | 'value'>;

const set = (property: string, value: string): Change => ({ property, value });
const on = (property: string): Change => set(property, 'true');

/**
 * The property that puts a control in force, by control and type, from the CloudFormation reference of each type. Where a
 * type has a control at two places the second has a name of its own (`tls-to-origin`).
 */
const changes: Readonly<Record<string, Readonly<Record<string, Change>>>> = {
  'access-logs': {
    'AWS::ApiGateway::RestApi': set('AccessLogSetting.DestinationArn of its stages', 'the ARN of a log group'),
    'AWS::ApiGateway::Stage': set('AccessLogSetting.DestinationArn', 'the ARN of a log group'),
    'AWS::ApiGatewayV2::Api': set('AccessLogSettings.DestinationArn of its stages', 'the ARN of a log group'),
    'AWS::ApiGatewayV2::Stage': set('AccessLogSettings.DestinationArn', 'the ARN of a log group'),
    'AWS::CloudFront::Distribution': set('DistributionConfig.Logging.Bucket', 'the domain name of a log bucket'),
    'AWS::ElasticLoadBalancing::LoadBalancer': set('AccessLoggingPolicy', 'Enabled: true, with a log bucket'),
    'AWS::ElasticLoadBalancingV2::LoadBalancer': set(
      'LoadBalancerAttributes',
      'access_logs.s3.enabled: true and access_logs.s3.bucket: a log bucket',
    ),
    'AWS::S3::Bucket': set('LoggingConfiguration.DestinationBucketName', 'another bucket, for logs'),
  },
  authentication: {
    'AWS::ApiGateway::Method': set('AuthorizationType', 'AWS_IAM, COGNITO_USER_POOLS or CUSTOM with its authorizer'),
    'AWS::ApiGatewayV2::Route': set('AuthorizationType', 'JWT, AWS_IAM or CUSTOM with its authorizer'),
    'AWS::ElastiCache::ReplicationGroup': set('UserGroupIds', 'a user group, with TransitEncryptionEnabled: true'),
    'AWS::ElastiCache::ServerlessCache': set('UserGroupId', 'a user group whose users have passwords'),
    'AWS::Lambda::Url': set('AuthType', 'AWS_IAM'),
    'AWS::Neptune::DBCluster': set('IamAuthEnabled', 'true'),
  },
  backup: {
    'AWS::DocDB::DBCluster': set('BackupRetentionPeriod', '14'),
    'AWS::DynamoDB::Table': on('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'),
    'AWS::EFS::FileSystem': set('BackupPolicy.Status', 'ENABLED'),
    'AWS::ElastiCache::ReplicationGroup': set('SnapshotRetentionLimit', '7'),
    'AWS::ElastiCache::ServerlessCache': set('SnapshotRetentionLimit', '7'),
    'AWS::RDS::DBCluster': set('BackupRetentionPeriod', '14'),
    'AWS::RDS::DBInstance': set('BackupRetentionPeriod', '14'),
    'AWS::Redshift::Cluster': set('AutomatedSnapshotRetentionPeriod', '14'),
  },
  'deletion-protection': {
    'AWS::Cognito::UserPool': set('DeletionProtection', 'ACTIVE'),
    'AWS::DocDB::DBCluster': on('DeletionProtection'),
    'AWS::DynamoDB::Table': on('DeletionProtectionEnabled'),
    'AWS::Neptune::DBCluster': on('DeletionProtection'),
    'AWS::RDS::DBCluster': on('DeletionProtection'),
    'AWS::RDS::DBInstance': on('DeletionProtection'),
  },
  'encryption-at-rest': {
    'AWS::EC2::Instance': on('BlockDeviceMappings.Ebs.Encrypted'),
    'AWS::EC2::LaunchTemplate': on('LaunchTemplateData.BlockDeviceMappings.Ebs.Encrypted'),
    'AWS::EC2::Volume': on('Encrypted'),
    'AWS::EFS::FileSystem': on('Encrypted'),
    'AWS::ElastiCache::ReplicationGroup': on('AtRestEncryptionEnabled'),
    'AWS::Kinesis::Stream': set('StreamEncryption', 'EncryptionType: KMS with a key'),
    'AWS::DocDB::DBCluster': on('StorageEncrypted'),
    'AWS::Neptune::DBCluster': on('StorageEncrypted'),
    'AWS::OpenSearchService::Domain': on('EncryptionAtRestOptions.Enabled'),
    'AWS::RDS::DBCluster': on('StorageEncrypted'),
    'AWS::RDS::DBInstance': on('StorageEncrypted'),
    'AWS::Redshift::Cluster': on('Encrypted'),
    'AWS::SNS::Topic': set('KmsMasterKeyId', 'a KMS key'),
    'AWS::SQS::Queue': on('SqsManagedSseEnabled'),
  },
  'flow-logs': {
    'AWS::EC2::VPC': set('an AWS::EC2::FlowLog of it', 'TrafficType: ALL to a log group or bucket'),
  },
  'modern-tls': {
    'AWS::CloudFront::Distribution': set(
      'DistributionConfig.ViewerCertificate',
      'a certificate of your own and MinimumProtocolVersion: TLSv1.2_2021',
    ),
    'AWS::ElasticLoadBalancingV2::Listener': set('SslPolicy', 'ELBSecurityPolicy-TLS13-1-2-2021-06'),
    'AWS::ApiGateway::RestApi': set('SecurityPolicy', 'TLS_1_2'),
  },
  'private-placement': {
    'AWS::RDS::DBCluster': set('DBSubnetGroupName', 'a group of subnets without a route to an internet gateway'),
    'AWS::RDS::DBInstance': set('DBSubnetGroupName', 'a group of subnets without a route to an internet gateway'),
    'AWS::DMS::ReplicationInstance': set(
      'ReplicationSubnetGroupIdentifier',
      'a group of subnets without a route to an internet gateway',
    ),
    'AWS::EC2::Instance': set('SubnetId', 'a subnet without a route to an internet gateway'),
  },
  'rate-limit': {
    'AWS::ApiGateway::RestApi': set(
      'MethodSettings of its stages',
      'ThrottlingRateLimit and ThrottlingBurstLimit for *',
    ),
    'AWS::ApiGateway::Stage': set('MethodSettings', 'ThrottlingRateLimit and ThrottlingBurstLimit for /* and *'),
    'AWS::ApiGatewayV2::Stage': set('DefaultRouteSettings', 'ThrottlingRateLimit and ThrottlingBurstLimit'),
    'AWS::Lambda::Function': set('ReservedConcurrentExecutions', 'as many as the callers need'),
  },
  'secret-rotation': {
    'AWS::SecretsManager::Secret': set(
      'an AWS::SecretsManager::RotationSchedule of it',
      'HostedRotationLambda or RotationLambdaARN, and a schedule',
    ),
  },
  'security-group-rule': {
    'AWS::EC2::SecurityGroup': set('SecurityGroupIngress', 'SourceSecurityGroupId: the group of the callers'),
    'AWS::EC2::SecurityGroupIngress': set('SourceSecurityGroupId', 'the group of the callers, instead of CidrIp'),
    'AWS::EC2::Instance': set('SecurityGroupIds', 'a group that admits only the group of the load balancer'),
  },
  'tls-required': {
    'AWS::CloudFront::Distribution': set(
      'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy',
      'redirect-to-https, for all cache behaviours',
    ),
    'AWS::DMS::Endpoint': set('SslMode', 'verify-full'),
    'AWS::ElastiCache::ReplicationGroup': on('TransitEncryptionEnabled'),
    'AWS::ElasticLoadBalancingV2::Listener': set('DefaultActions', 'a redirect to HTTPS'),
    'AWS::ElasticLoadBalancingV2::TargetGroup': set('Protocol', 'HTTPS'),
    'AWS::MSK::Cluster': set('EncryptionInfo.EncryptionInTransit.ClientBroker', 'TLS'),
    'AWS::OpenSearchService::Domain': on('DomainEndpointOptions.EnforceHTTPS'),
    'AWS::RDS::DBCluster': set('DBClusterParameterGroupName', 'a group with rds.force_ssl or require_secure_transport'),
    'AWS::RDS::DBInstance': set('DBParameterGroupName', 'a group with rds.force_ssl or require_secure_transport'),
    'AWS::Redshift::Cluster': set('ClusterParameterGroupName', 'a group with require_ssl'),
    'AWS::S3::Bucket': set(
      'PolicyDocument of its AWS::S3::BucketPolicy',
      'Deny s3:* where aws:SecureTransport is false',
    ),
    'AWS::SNS::Topic': set('PolicyDocument of its AWS::SNS::TopicPolicy', 'Deny where aws:SecureTransport is false'),
    'AWS::SQS::Queue': set('PolicyDocument of its AWS::SQS::QueuePolicy', 'Deny where aws:SecureTransport is false'),
  },
  'tls-to-origin': {
    'AWS::CloudFront::Distribution': set(
      'DistributionConfig.Origins.CustomOriginConfig.OriginProtocolPolicy',
      'https-only',
    ),
    'AWS::ApiGateway::Method': set('Integration.Uri', 'an address that begins with https://'),
    'AWS::ApiGatewayV2::Integration': set('IntegrationUri', 'an address that begins with https://'),
  },
  'multi-zone': {
    'AWS::RDS::DBInstance': on('MultiAZ'),
    'AWS::DMS::ReplicationInstance': on('MultiAZ'),
    'AWS::ElastiCache::ReplicationGroup': on('MultiAZEnabled'),
  },
  versioning: {
    'AWS::S3::Bucket': set('VersioningConfiguration.Status', 'Enabled'),
    'AWS::EFS::FileSystem': set('BackupPolicy.Status', 'ENABLED'),
  },
  'web-acl': {
    'AWS::CloudFront::Distribution': set('DistributionConfig.WebACLId', 'the ARN of a web ACL with scope CLOUDFRONT'),
    'AWS::ApiGateway::RestApi': set(
      'an AWS::WAFv2::WebACLAssociation of its stage',
      'a web ACL with scope REGIONAL that blocks',
    ),
    'AWS::ElasticLoadBalancingV2::LoadBalancer': set(
      'an AWS::WAFv2::WebACLAssociation of it',
      'a web ACL with scope REGIONAL that blocks',
    ),
  },
};

/** The change of a type that puts a control in force; undefined where no property is known for it. */
export function changeFor(what: string, type: string): Change | undefined {
  const types = Object.hasOwn(changes, what) ? changes[what] : undefined;
  return types !== undefined && Object.hasOwn(types, type) ? types[type] : undefined;
}
