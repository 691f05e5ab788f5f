import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes, otherwise, tags } from '../../terraform-rules.ts';
import { advancedSelectors } from './advanced-selectors.ts';

/** Defaults: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail */
export default defineTerraform({
  type: 'AWS::CloudTrail::Trail',
  from: {
    aws_cloudtrail: makes(
      {
        TrailName: 'name',
        CloudWatchLogsLogGroupArn: 'cloud_watch_logs_group_arn',
        CloudWatchLogsRoleArn: 'cloud_watch_logs_role_arn',
        EnableLogFileValidation: otherwise('enable_log_file_validation', false),
        EventSelectors: each('event_selector', {
          ExcludeManagementEventSources: 'exclude_management_event_sources',
          IncludeManagementEvents: 'include_management_events',
          ReadWriteType: 'read_write_type',
          DataResources: each('data_resource', { Type: 'type', Values: 'values' }),
        }),
        AdvancedEventSelectors: advancedSelectors,
        IncludeGlobalServiceEvents: otherwise('include_global_service_events', true),
        IsLogging: otherwise('enable_logging', true),
        IsMultiRegionTrail: otherwise('is_multi_region_trail', false),
        IsOrganizationTrail: otherwise('is_organization_trail', false),
        KMSKeyId: 'kms_key_id',
        S3BucketName: 's3_bucket_name',
        S3KeyPrefix: 's3_key_prefix',
        SnsTopicName: 'sns_topic_name',
        Tags: tags,
      },
      { attributes: { id: 'Arn' } },
    ),
  },
});
