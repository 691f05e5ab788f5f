import { defineTerraform, type TerraformMembers, type TerraformRule } from '../../../model/terraform.ts';
import type { Value } from '../../../model/value.ts';
import {
  block,
  code,
  configures,
  each,
  eachFlat,
  first,
  makes,
  named,
  otherwise,
  tags,
  when,
  words,
} from '../../terraform-rules.ts';

const accessControl = words('acl', {
  private: 'Private',
  'public-read': 'PublicRead',
  'public-read-write': 'PublicReadWrite',
  'authenticated-read': 'AuthenticatedRead',
  'log-delivery-write': 'LogDeliveryWrite',
  'bucket-owner-read': 'BucketOwnerRead',
  'bucket-owner-full-control': 'BucketOwnerFullControl',
  'aws-exec-read': 'AwsExecRead',
});

const encryption = {
  ServerSideEncryptionConfiguration: each('rule', {
    ServerSideEncryptionByDefault: {
      SSEAlgorithm: 'apply_server_side_encryption_by_default.sse_algorithm',
      KMSMasterKeyID: 'apply_server_side_encryption_by_default.kms_master_key_id',
    },
    BucketKeyEnabled: 'bucket_key_enabled',
  }),
};

const lockRule = {
  DefaultRetention: {
    Mode: 'default_retention.mode',
    Days: 'default_retention.days',
    Years: 'default_retention.years',
  },
};

const replica = (account: string): TerraformMembers => ({
  Id: 'id',
  Status: 'status',
  Destination: { Bucket: 'destination.bucket', Account: account },
});

/** CloudFormation has one event in each configuration, Terraform a list. */
function perEvent(path: string, target: TerraformMembers): TerraformRule {
  return eachFlat(
    path,
    code(['events', ...Object.values(target).filter((rule) => typeof rule === 'string')], (view) => {
      const events = view.give(each('events', ''));
      const own = view.give(target);
      if (own?.kind !== 'map') return own;
      const items = events?.kind === 'list' ? events.items : [];
      return {
        kind: 'list',
        items: items.map((event): Value => ({ ...own, entries: new Map([['Event', event], ...own.entries]) })),
        origin: view.origin,
      };
    }),
  );
}

/** The bucket, and the resources that took over its blocks with version 4 of the provider. */
export default defineTerraform({
  type: 'AWS::S3::Bucket',
  from: {
    aws_s3_bucket: makes(
      {
        BucketName: named('bucket'),
        AccessControl: accessControl,
        BucketEncryption: block('server_side_encryption_configuration', encryption),
        LoggingConfiguration: block('logging', {
          DestinationBucketName: 'target_bucket',
          LogFilePrefix: 'target_prefix',
        }),
        ObjectLockEnabled: first(
          'object_lock_enabled',
          words('object_lock_configuration.object_lock_enabled', { Enabled: true }),
        ),
        ObjectLockConfiguration: block('object_lock_configuration', {
          ObjectLockEnabled: 'object_lock_enabled',
          Rule: block('rule', lockRule),
        }),
        ReplicationConfiguration: block('replication_configuration', {
          Role: 'role',
          Rules: each('rules', replica('destination.account_id')),
        }),
        VersioningConfiguration: { Status: words('versioning.enabled', { true: 'Enabled', false: 'Suspended' }) },
        WebsiteConfiguration: block('website', {
          IndexDocument: 'index_document',
          ErrorDocument: 'error_document',
          RedirectAllRequestsTo: { HostName: 'redirect_all_requests_to' },
        }),
        Tags: tags,
      },
      {
        attributes: {
          bucket_domain_name: 'DomainName',
          bucket_regional_domain_name: 'RegionalDomainName',
          website_endpoint: 'WebsiteURL',
        },
      },
    ),
    aws_s3_bucket_abac: configures('bucket', { AbacStatus: 'abac_status.status' }),
    aws_s3_bucket_acl: configures('bucket', { AccessControl: accessControl }),
    aws_s3_bucket_versioning: configures('bucket', {
      VersioningConfiguration: { Status: words('versioning_configuration.status', { Disabled: 'Suspended' }) },
    }),
    aws_s3_bucket_server_side_encryption_configuration: configures('bucket', { BucketEncryption: encryption }),
    // The provider's default of each is false: what is not mentioned is not blocked.
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block
    aws_s3_bucket_public_access_block: configures('bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: otherwise('block_public_acls', false),
        BlockPublicPolicy: otherwise('block_public_policy', false),
        IgnorePublicAcls: otherwise('ignore_public_acls', false),
        RestrictPublicBuckets: otherwise('restrict_public_buckets', false),
      },
    }),
    aws_s3_bucket_ownership_controls: configures('bucket', {
      OwnershipControls: { Rules: each('rule', { ObjectOwnership: 'object_ownership' }) },
    }),
    aws_s3_bucket_logging: configures('bucket', {
      LoggingConfiguration: { DestinationBucketName: 'target_bucket', LogFilePrefix: 'target_prefix' },
    }),
    aws_s3_bucket_object_lock_configuration: configures('bucket', {
      ObjectLockEnabled: words(otherwise('object_lock_enabled', 'Enabled'), { Enabled: true }),
      ObjectLockConfiguration: {
        ObjectLockEnabled: otherwise('object_lock_enabled', 'Enabled'),
        Rule: block('rule', lockRule),
      },
    }),
    aws_s3_bucket_replication_configuration: configures('bucket', {
      ReplicationConfiguration: { Role: 'role', Rules: each('rule', replica('destination.account')) },
    }),
    aws_s3_bucket_website_configuration: configures('bucket', {
      WebsiteConfiguration: {
        IndexDocument: 'index_document.suffix',
        ErrorDocument: 'error_document.key',
        RedirectAllRequestsTo: {
          HostName: 'redirect_all_requests_to.host_name',
          Protocol: 'redirect_all_requests_to.protocol',
        },
      },
    }),
    aws_s3_bucket_notification: configures('bucket', {
      NotificationConfiguration: {
        LambdaConfigurations: perEvent('lambda_function', { Function: 'lambda_function_arn' }),
        QueueConfigurations: perEvent('queue', { Queue: 'queue_arn' }),
        TopicConfigurations: perEvent('topic', { Topic: 'topic_arn' }),
        EventBridgeConfiguration: when('eventbridge', { EventBridgeEnabled: 'eventbridge' }, true),
      },
    }),
    aws_s3_bucket_cors_configuration: configures('bucket', {
      CorsConfiguration: {
        CorsRules: each('cors_rule', { AllowedMethods: 'allowed_methods', AllowedOrigins: 'allowed_origins' }),
      },
    }),
    aws_s3_bucket_lifecycle_configuration: configures('bucket', {
      LifecycleConfiguration: {
        Rules: each('rule', {
          Id: 'id',
          Status: 'status',
          ExpirationInDays: 'expiration.days',
          NoncurrentVersionExpiration: { NoncurrentDays: 'noncurrent_version_expiration.noncurrent_days' },
        }),
      },
    }),
  },
});
