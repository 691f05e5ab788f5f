import { valueAt } from '../change-template.ts';
import { ref } from '../statements.ts';
import type { Change, Json, Weakness } from '../weakness.ts';

const trail = (settings: Readonly<Record<string, Json>>): Change => ({
  add: {
    Trail: {
      Type: 'AWS::CloudTrail::Trail',
      Properties: {
        S3BucketName: 'central-audit-logs',
        IsLogging: true,
        IsMultiRegionTrail: true,
        EnableLogFileValidation: true,
        IncludeGlobalServiceEvents: true,
        ...settings,
      },
    },
  },
});

const trailKind = (name: string, rule: string, weak: Readonly<Record<string, Json>>): Weakness => ({
  name,
  on: ['AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::IAM::Role'],
  rules: [rule],
  suits: ({ template }) => !Object.values(template.Resources).some(({ Type }) => Type === 'AWS::CloudTrail::Trail'),
  good: () => trail({}),
  weak: () => trail(weak),
});

/** What leaves no record, or a record that can be lost. */
export const logging: readonly Weakness[] = [
  trailKind('audit trail that is stopped', 'logging/trail-off', { IsLogging: false }),
  trailKind('audit trail without validation of its files', 'logging/trail-unvalidated', {
    EnableLogFileValidation: false,
  }),
  trailKind('audit trail of one region', 'logging/trail-single-region', { IsMultiRegionTrail: false }),
  {
    name: 'log group without an end',
    on: ['AWS::Logs::LogGroup'],
    rules: ['logging/no-retention'],
    good: () => ({ set: { RetentionInDays: 365 } }),
    weak: () => ({ drop: ['RetentionInDays'] }),
  },
  {
    name: 'load balancer without access logs',
    on: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
    rules: ['api/no-access-logs'],
    suits: ({ resource }) => [undefined, 'application'].includes(valueAt(resource, 'Type') as string | undefined),
    good: () => ({
      set: {
        LoadBalancerAttributes: [
          { Key: 'access_logs.s3.enabled', Value: 'true' },
          { Key: 'access_logs.s3.bucket', Value: 'central-access-logs' },
        ],
      },
    }),
    weak: () => ({ set: { LoadBalancerAttributes: [{ Key: 'access_logs.s3.enabled', Value: 'false' }] } }),
  },
  {
    name: 'distribution without access logs',
    on: ['AWS::CloudFront::Distribution'],
    rules: ['api/no-access-logs'],
    good: () => ({ set: { 'DistributionConfig.Logging': { Bucket: 'central-logs.s3.amazonaws.com' } } }),
    weak: () => ({ drop: ['DistributionConfig.Logging'] }),
  },
  {
    name: 'stage of an API without access logs',
    on: ['AWS::ApiGateway::Stage'],
    rules: ['api/no-access-logs'],
    good: () => ({
      set: {
        AccessLogSetting: {
          DestinationArn: 'arn:aws:logs:us-east-1:123456789012:log-group:api',
          Format: '$context.requestId $context.identity.sourceIp',
        },
      },
    }),
    weak: () => ({ drop: ['AccessLogSetting'] }),
  },
  {
    name: 'bucket whose use leaves no record',
    on: ['AWS::S3::Bucket'],
    rules: ['api/no-access-logs', 'logging/no-audit-logs'],
    good: () => ({ set: { LoggingConfiguration: { DestinationBucketName: 'central-access-logs' } } }),
    weak: () => ({ drop: ['LoggingConfiguration'] }),
  },
  {
    name: 'detector that is switched off',
    on: ['AWS::IAM::Role', 'AWS::SNS::Topic'],
    rules: ['logging/threat-detection-off'],
    good: () => ({ add: { Detector: { Type: 'AWS::GuardDuty::Detector', Properties: { Enable: true } } } }),
    weak: () => ({ add: { Detector: { Type: 'AWS::GuardDuty::Detector', Properties: { Enable: false } } } }),
  },
  {
    name: 'alarm that tells nobody',
    on: ['AWS::CloudWatch::Alarm'],
    rules: ['logging/alarm-without-action'],
    suits: ({ resource }) => valueAt(resource, 'AlarmActions') !== undefined,
    good: () => ({ set: { ActionsEnabled: true } }),
    weak: () => ({ set: { ActionsEnabled: false } }),
  },
  {
    name: 'access log that its bucket cannot take',
    on: ['AWS::S3::Bucket'],
    rules: ['logging/delivery-blocked'],
    weak: ({ id }) => ({
      set: { LoggingConfiguration: { DestinationBucketName: ref(`${id}Log`) } },
      add: {
        Log: {
          Type: 'AWS::S3::Bucket',
          Properties: {
            BucketEncryption: {
              ServerSideEncryptionConfiguration: [
                { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/logs' } },
              ],
            },
          },
        },
      },
    }),
  },
];
