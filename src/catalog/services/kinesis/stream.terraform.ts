import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags, when } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Kinesis::Stream',
  from: {
    aws_kinesis_stream: makes(
      {
        Name: 'name',
        RetentionPeriodHours: 'retention_period',
        ShardCount: 'shard_count',
        // `NONE`, the provider's default, means no encryption whatever key is named.
        StreamEncryption: when('encryption_type', { EncryptionType: 'encryption_type', KeyId: 'kms_key_id' }, 'KMS'),
        StreamModeDetails: { StreamMode: 'stream_mode_details.stream_mode' },
        Tags: tags,
      },
      { attributes: { id: 'Arn' } },
    ),
  },
});
