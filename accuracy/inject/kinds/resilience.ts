import { valueAt } from '../change-template.ts';
import type { Weakness } from '../weakness.ts';

const ownData: Weakness['suits'] = ({ resource }) => valueAt(resource, 'DBClusterIdentifier') === undefined;

/** What is gone for good after an error, a fault or a blackmail, and what anybody can flood. */
export const resilience: readonly Weakness[] = [
  {
    name: 'database without backups',
    on: ['AWS::RDS::DBInstance'],
    rules: ['data/no-backup'],
    suits: ownData,
    good: () => ({ set: { BackupRetentionPeriod: 14 } }),
    weak: () => ({ set: { BackupRetentionPeriod: 0 } }),
  },
  {
    name: 'backups that end after a day',
    on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::Neptune::DBCluster'],
    rules: ['data/short-backup'],
    suits: ownData,
    good: () => ({ set: { BackupRetentionPeriod: 35 } }),
    weak: () => ({ set: { BackupRetentionPeriod: 1 } }),
  },
  {
    name: 'database that one call deletes',
    on: ['AWS::RDS::DBInstance'],
    rules: ['data/no-deletion-protection'],
    suits: ownData,
    good: () => ({ set: { DeletionProtection: true } }),
    weak: () => ({ set: { DeletionProtection: false } }),
  },
  {
    name: 'table that one call deletes',
    on: ['AWS::DynamoDB::Table'],
    rules: ['data/no-deletion-protection'],
    good: () => ({ set: { DeletionProtectionEnabled: true } }),
    weak: () => ({ set: { DeletionProtectionEnabled: false } }),
  },
  {
    name: 'database in one zone',
    on: ['AWS::RDS::DBInstance'],
    rules: ['resilience/no-multi-zone'],
    suits: ownData,
    good: () => ({ set: { MultiAZ: true } }),
    weak: () => ({ set: { MultiAZ: false } }),
  },
  {
    name: 'table without recovery to a point in time',
    on: ['AWS::DynamoDB::Table'],
    rules: ['data/no-backup'],
    good: () => ({ set: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } } }),
    weak: () => ({ set: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false } } }),
  },
  {
    name: 'bucket whose objects are overwritten for good',
    on: ['AWS::S3::Bucket'],
    rules: ['data/no-versioning'],
    good: () => ({ set: { VersioningConfiguration: { Status: 'Enabled' } } }),
    weak: () => ({ set: { VersioningConfiguration: { Status: 'Suspended' } } }),
  },
  {
    name: 'queue that loses what fails',
    on: ['AWS::SQS::Queue'],
    rules: ['resilience/no-dead-letters'],
    suits: ({ id, template }) =>
      !new RegExp(`"deadLetterTargetArn":\\{[^}]*"${id}"`).test(JSON.stringify(template.Resources)),
    good: () => ({
      set: { RedrivePolicy: { deadLetterTargetArn: 'arn:aws:sqs:us-east-1:123456789012:failed', maxReceiveCount: 5 } },
    }),
    weak: () => ({ drop: ['RedrivePolicy'] }),
  },
  {
    name: 'group that keeps machines whose application is dead',
    on: ['AWS::AutoScaling::AutoScalingGroup'],
    rules: ['resilience/no-health-check'],
    suits: ({ resource }) =>
      valueAt(resource, 'TargetGroupARNs') !== undefined || valueAt(resource, 'LoadBalancerNames') !== undefined,
    good: () => ({ set: { HealthCheckType: 'ELB', HealthCheckGracePeriod: 300 } }),
    weak: () => ({ drop: ['HealthCheckType'] }),
  },
  {
    name: 'load balancer without a web application firewall',
    on: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
    rules: ['edge/no-web-acl'],
    suits: ({ resource }) =>
      [undefined, 'internet-facing'].includes(valueAt(resource, 'Scheme') as string | undefined) &&
      [undefined, 'application'].includes(valueAt(resource, 'Type') as string | undefined),
    good: ({ id }) => ({
      add: {
        Firewall: {
          Type: 'AWS::WAFv2::WebACLAssociation',
          Properties: {
            ResourceArn: { Ref: id },
            WebACLArn:
              'arn:aws:wafv2:us-east-1:123456789012:regional/webacl/front/3f1e6a52-0d7b-4f0c-9d54-6e1b7a8c9d10',
          },
        },
      },
    }),
    weak: () => ({}),
  },
  {
    name: 'distribution without a web application firewall',
    on: ['AWS::CloudFront::Distribution'],
    rules: ['edge/no-web-acl'],
    good: () => ({
      set: {
        'DistributionConfig.WebACLId':
          'arn:aws:wafv2:us-east-1:123456789012:global/webacl/front/3f1e6a52-0d7b-4f0c-9d54-6e1b7a8c9d10',
      },
    }),
    weak: () => ({ drop: ['DistributionConfig.WebACLId'] }),
  },
  {
    name: 'stage of an API without a limit on requests',
    on: ['AWS::ApiGateway::Stage'],
    rules: ['api/no-throttling'],
    good: () => ({
      set: {
        MethodSettings: [
          {
            ResourcePath: '/*',
            HttpMethod: '*',
            ThrottlingRateLimit: 50,
            ThrottlingBurstLimit: 100,
            LoggingLevel: 'ERROR',
          },
        ],
      },
    }),
    weak: () => ({ drop: ['MethodSettings'] }),
  },
];
