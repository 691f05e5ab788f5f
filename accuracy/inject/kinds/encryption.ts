import { valueAt } from '../change-template.ts';
import { ref } from '../statements.ts';
import type { Change, Weakness } from '../weakness.ts';

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/4f2b7a10-6c1e-4a57-9a0e-0b9d2f6d8c11';

/** The same property, once as it should be and once as it should not. */
function flag(
  path: string,
  states: { readonly good: Change['set']; readonly weak: Change['set'] } | undefined = undefined,
) {
  const { good = { [path]: true }, weak = { [path]: false } } = states ?? {};
  return { good: () => ({ set: good }), weak: () => ({ set: weak }) };
}

/** Rest and transit. */
export const encryption: readonly Weakness[] = [
  {
    name: 'database that is not encrypted',
    on: ['AWS::RDS::DBInstance'],
    rules: ['data/unencrypted-at-rest'],
    suits: ({ resource }) => valueAt(resource, 'DBClusterIdentifier') === undefined,
    ...flag('StorageEncrypted'),
  },
  {
    name: 'database cluster that is not encrypted',
    on: ['AWS::RDS::DBCluster', 'AWS::Neptune::DBCluster'],
    rules: ['data/unencrypted-at-rest'],
    ...flag('StorageEncrypted'),
  },
  {
    name: 'volume that is not encrypted',
    on: ['AWS::EC2::Volume'],
    rules: ['data/unencrypted-at-rest'],
    ...flag('Encrypted'),
  },
  {
    name: 'disk of a machine that is not encrypted',
    on: ['AWS::EC2::Instance'],
    rules: ['data/unencrypted-at-rest'],
    good: () => ({ set: { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true } }] } }),
    weak: () => ({ set: { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: false } }] } }),
  },
  {
    name: 'file system that is not encrypted',
    on: ['AWS::EFS::FileSystem'],
    rules: ['data/unencrypted-at-rest'],
    ...flag('Encrypted'),
  },
  {
    name: 'queue that is not encrypted',
    on: ['AWS::SQS::Queue'],
    rules: ['data/unencrypted-at-rest'],
    good: () => ({ drop: ['KmsMasterKeyId', 'SqsManagedSseEnabled'] }),
    weak: () => ({ drop: ['KmsMasterKeyId'], set: { SqsManagedSseEnabled: false } }),
  },
  {
    name: 'topic that is not encrypted',
    on: ['AWS::SNS::Topic'],
    rules: ['data/unencrypted-at-rest'],
    good: () => ({ set: { KmsMasterKeyId: 'alias/aws/sns' } }),
    weak: () => ({ drop: ['KmsMasterKeyId'] }),
  },
  {
    name: 'cache that talks in plain text',
    on: ['AWS::EC2::VPC'],
    rules: ['data/plaintext-transport-allowed'],
    weak: () => ({
      add: {
        Cache: {
          Type: 'AWS::ElastiCache::ReplicationGroup',
          Properties: {
            ReplicationGroupDescription: 'sessions',
            Engine: 'redis',
            CacheNodeType: 'cache.r7g.large',
            NumCacheClusters: 2,
            AutomaticFailoverEnabled: true,
            AtRestEncryptionEnabled: true,
            TransitEncryptionEnabled: false,
          },
        },
      },
    }),
  },
  {
    name: 'load balancer that answers plain HTTP',
    on: ['AWS::ElasticLoadBalancingV2::Listener'],
    rules: ['edge/viewer-http', 'edge/plain-listener'],
    suits: ({ resource }) => ['HTTP', 'HTTPS'].includes(String(valueAt(resource, 'Protocol'))),
    good: () => ({
      set: {
        Protocol: 'HTTPS',
        Port: 443,
        Certificates: [{ CertificateArn: certificate }],
        SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      },
    }),
    weak: () => ({ drop: ['Certificates', 'SslPolicy'], set: { Protocol: 'HTTP', Port: 80 } }),
  },
  {
    name: 'load balancer that accepts TLS 1.0',
    on: ['AWS::ElasticLoadBalancingV2::Listener'],
    rules: ['edge/weak-tls'],
    suits: ({ resource }) => ['HTTP', 'HTTPS'].includes(String(valueAt(resource, 'Protocol'))),
    ...flag('', {
      good: {
        Protocol: 'HTTPS',
        Certificates: [{ CertificateArn: certificate }],
        SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      },
      weak: {
        Protocol: 'HTTPS',
        Certificates: [{ CertificateArn: certificate }],
        SslPolicy: 'ELBSecurityPolicy-TLS-1-0-2015-04',
      },
    }),
  },
  {
    name: 'distribution that answers plain HTTP',
    on: ['AWS::CloudFront::Distribution'],
    rules: ['edge/viewer-http'],
    good: () => ({
      drop: ['DistributionConfig.CacheBehaviors'],
      set: { 'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy': 'redirect-to-https' },
    }),
    weak: () => ({ set: { 'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy': 'allow-all' } }),
  },
  {
    name: 'distribution that accepts TLS 1.0',
    on: ['AWS::CloudFront::Distribution'],
    rules: ['edge/weak-tls'],
    ...flag('', {
      good: {
        'DistributionConfig.ViewerCertificate': {
          AcmCertificateArn: certificate,
          SslSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1.2_2021',
        },
      },
      weak: {
        'DistributionConfig.ViewerCertificate': {
          AcmCertificateArn: certificate,
          SslSupportMethod: 'sni-only',
          MinimumProtocolVersion: 'TLSv1',
        },
      },
    }),
  },
  {
    name: 'distribution that calls its origin in plain text',
    on: ['AWS::CloudFront::Distribution'],
    rules: ['edge/plaintext-to-origin'],
    weak: () => ({
      set: {
        'DistributionConfig.Origins+': {
          Id: 'partner',
          DomainName: 'origin.partner.example.com',
          CustomOriginConfig: { OriginProtocolPolicy: 'http-only' },
        },
        'DistributionConfig.DefaultCacheBehavior.TargetOriginId': 'partner',
      },
    }),
  },
  {
    name: 'domain of an API that accepts TLS 1.0',
    on: ['AWS::ApiGateway::RestApi'],
    rules: ['edge/weak-tls'],
    weak: ({ id }) => ({
      add: {
        Domain: {
          Type: 'AWS::ApiGateway::DomainName',
          Properties: { DomainName: 'api.example.com', CertificateArn: certificate, SecurityPolicy: 'TLS_1_0' },
        },
        DomainPath: {
          Type: 'AWS::ApiGateway::BasePathMapping',
          Properties: { DomainName: ref(`${id}Domain`), RestApiId: ref(id) },
        },
      },
    }),
  },
  {
    name: 'file system that a task mounts in plain text',
    on: ['AWS::ECS::TaskDefinition'],
    rules: ['data/plaintext-mount'],
    weak: () => ({
      set: {
        'Volumes+': {
          Name: 'shared',
          EFSVolumeConfiguration: { FilesystemId: 'fs-0123456789abcdef0', TransitEncryption: 'DISABLED' },
        },
      },
    }),
  },
  {
    name: 'key that is never renewed',
    on: ['AWS::KMS::Key'],
    rules: ['keys/no-rotation'],
    suits: ({ resource }) => valueAt(resource, 'KeySpec') === undefined,
    ...flag('EnableKeyRotation'),
  },
];
