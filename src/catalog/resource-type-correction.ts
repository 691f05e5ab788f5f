import type { ResourceTypeData } from './resource-type.ts';

/**
 * What the published schemas leave out or say differently from CloudFormation's documentation ("Return values" on the
 * page of each type, https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/) and from the ARN formats
 * of the Service Authorization Reference (https://docs.aws.amazon.com/service-authorization/latest/reference/).
 */
export const resourceTypeCorrections: Readonly<Record<string, Partial<ResourceTypeData>>> = {
  'AWS::ApiGateway::Stage': { arn: 'arn:{Partition}:apigateway:{Region}::/restapis/{RestApiId}/stages/{StageName}' },
  'AWS::ApiGatewayV2::Stage': { arn: 'arn:{Partition}:apigateway:{Region}::/apis/{ApiId}/stages/{StageName}' },
  'AWS::CloudFormation::StackSet': {
    name: 'StackSetName',
    arn: 'arn:{Partition}:cloudformation:{Region}:{Account}:stackset/{StackSetName}:{Id}',
  },
  'AWS::CloudFront::Function': { name: 'Name' },
  'AWS::Cognito::UserPool': { attributeTemplates: { ProviderName: 'cognito-idp.{Region}.{URLSuffix}/{UserPoolId}' } },
  'AWS::DocDB::DBCluster': { name: 'DBClusterIdentifier', ref: 'name', lowercase: true },
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
  'AWS::ECR::Repository': {
    attributeTemplates: { RepositoryUri: '{Account}.dkr.ecr.{Region}.{URLSuffix}/{RepositoryName}' },
  },
  'AWS::ECS::TaskDefinition': {
    name: 'Family',
    arn: 'arn:{Partition}:ecs:{Region}:{Account}:task-definition/{Family}:{Revision}',
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    name: 'Name',
    arn: 'arn:{Partition}:elasticloadbalancing:{Region}:{Account}:loadbalancer/{Kind}/{Name}/{Id}',
    sameAsName: ['LoadBalancerName'],
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    name: 'Name',
    arn: 'arn:{Partition}:elasticloadbalancing:{Region}:{Account}:targetgroup/{Name}/{Id}',
    sameAsName: ['TargetGroupName'],
  },
  'AWS::EC2::SecurityGroup': { sameAsName: ['GroupId'] },
  'AWS::Events::Rule': { ref: 'name' },
  'AWS::Lambda::LayerVersion': {
    name: 'LayerName',
    arn: 'arn:{Partition}:lambda:{Region}:{Account}:layer:{LayerName}:{Version}',
  },
  'AWS::Logs::LogGroup': { attributeTemplates: { Arn: '{Arn}:*' } },
  'AWS::Neptune::DBCluster': { lowercase: true },
  'AWS::RDS::DBCluster': { lowercase: true },
  'AWS::RDS::DBInstance': { lowercase: true },
  'AWS::S3::Bucket': {
    attributeTemplates: {
      DomainName: '{BucketName}.s3.{URLSuffix}',
      RegionalDomainName: '{BucketName}.s3.{Region}.{URLSuffix}',
    },
  },
  'AWS::SecretsManager::ResourcePolicy': { refOf: 'SecretId' },
  'AWS::SecretsManager::RotationSchedule': { refOf: 'SecretId' },
  'AWS::SecretsManager::Secret': {
    name: 'Name',
    ref: 'arn',
    arn: 'arn:{Partition}:secretsmanager:{Region}:{Account}:secret:{Name}-{Suffix}',
    sameAsArn: ['Id'],
  },
  'AWS::SecretsManager::SecretTargetAttachment': { refOf: 'SecretId' },
  'AWS::SNS::Topic': { sameAsName: ['TopicName'] },
  'AWS::SQS::Queue': {
    ref: 'https://sqs.{Region}.{URLSuffix}/{Account}/{QueueName}',
    sameAsName: ['QueueName'],
    attributeTemplates: { QueueUrl: 'https://sqs.{Region}.{URLSuffix}/{Account}/{QueueName}' },
  },
};
