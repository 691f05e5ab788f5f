import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import { block, each, makes, tags } from '../../terraform-rules.ts';

const behaviour: TerraformMembers = {
  TargetOriginId: 'target_origin_id',
  ViewerProtocolPolicy: 'viewer_protocol_policy',
  AllowedMethods: 'allowed_methods',
  CachePolicyId: 'cache_policy_id',
  OriginRequestPolicyId: 'origin_request_policy_id',
  ResponseHeadersPolicyId: 'response_headers_policy_id',
  RealtimeLogConfigArn: 'realtime_log_config_arn',
  FieldLevelEncryptionId: 'field_level_encryption_id',
  TrustedKeyGroups: 'trusted_key_groups',
  TrustedSigners: 'trusted_signers',
  FunctionAssociations: each('function_association', { EventType: 'event_type', FunctionARN: 'function_arn' }),
  LambdaFunctionAssociations: each('lambda_function_association', {
    EventType: 'event_type',
    LambdaFunctionARN: 'lambda_arn',
  }),
};

const origin: TerraformMembers = {
  Id: 'origin_id',
  DomainName: 'domain_name',
  OriginPath: 'origin_path',
  OriginAccessControlId: 'origin_access_control_id',
  OriginCustomHeaders: each('custom_header', { HeaderName: 'name', HeaderValue: 'value' }),
  CustomOriginConfig: block('custom_origin_config', {
    HTTPPort: 'http_port',
    HTTPSPort: 'https_port',
    OriginProtocolPolicy: 'origin_protocol_policy',
    OriginSSLProtocols: 'origin_ssl_protocols',
  }),
  S3OriginConfig: block('s3_origin_config', { OriginAccessIdentity: 'origin_access_identity' }),
  VpcOriginConfig: block('vpc_origin_config', { VpcOriginId: 'vpc_origin_id' }),
};

/** Certificates that viewers must show (`ViewerMtlsConfig`) are beyond the provider: it never asks for them. */
export default defineTerraform({
  type: 'AWS::CloudFront::Distribution',
  from: {
    aws_cloudfront_distribution: makes(
      {
        DistributionConfig: {
          Aliases: 'aliases',
          CacheBehaviors: each('ordered_cache_behavior', { PathPattern: 'path_pattern', ...behaviour }),
          Comment: 'comment',
          DefaultCacheBehavior: block('default_cache_behavior', behaviour),
          DefaultRootObject: 'default_root_object',
          Enabled: 'enabled',
          Logging: { Bucket: 'logging_config.bucket', Prefix: 'logging_config.prefix' },
          Origins: each('origin', origin),
          PriceClass: 'price_class',
          Restrictions: {
            GeoRestriction: {
              RestrictionType: 'restrictions.geo_restriction.restriction_type',
              Locations: 'restrictions.geo_restriction.locations',
            },
          },
          ViewerCertificate: {
            AcmCertificateArn: 'viewer_certificate.acm_certificate_arn',
            CloudFrontDefaultCertificate: 'viewer_certificate.cloudfront_default_certificate',
            IamCertificateId: 'viewer_certificate.iam_certificate_id',
            MinimumProtocolVersion: 'viewer_certificate.minimum_protocol_version',
            SslSupportMethod: 'viewer_certificate.ssl_support_method',
          },
          WebACLId: 'web_acl_id',
        },
        Tags: tags,
      },
      { attributes: { domain_name: 'DomainName' }, onDestroy: { retainWhen: 'retain_on_delete' } },
    ),
  },
});
