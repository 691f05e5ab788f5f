import { defineTerraform } from '../../../model/terraform.ts';
import { configures, document, each, makes, tags, when, without } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::DynamoDB::Table',
  from: {
    aws_dynamodb_table: makes(
      {
        TableName: 'name',
        AttributeDefinitions: each('attribute', { AttributeName: 'name', AttributeType: 'type' }),
        BillingMode: 'billing_mode',
        GlobalSecondaryIndexes: each('global_secondary_index', { IndexName: 'name' }),
        DeletionProtectionEnabled: 'deletion_protection_enabled',
        PointInTimeRecoverySpecification: {
          PointInTimeRecoveryEnabled: 'point_in_time_recovery.enabled',
          // A state writes 0 where recovery is off.
          RecoveryPeriodInDays: without('point_in_time_recovery.recovery_period_in_days', 0),
        },
        SSESpecification: {
          SSEEnabled: 'server_side_encryption.enabled',
          KMSMasterKeyId: 'server_side_encryption.kms_key_arn',
        },
        StreamSpecification: when('stream_enabled', { StreamViewType: 'stream_view_type' }, true),
        Tags: tags,
      },
      { attributes: { stream_arn: 'StreamArn' } },
    ),
    // The policy of a table or of its stream; either is judged by the resources that it names.
    aws_dynamodb_resource_policy: configures('resource_arn', {
      ResourcePolicy: { PolicyDocument: document('policy') },
    }),
    aws_dynamodb_kinesis_streaming_destination: configures('table_name', {
      KinesisStreamSpecification: { StreamArn: 'stream_arn' },
    }),
  },
});
