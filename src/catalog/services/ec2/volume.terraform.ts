import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::Volume',
  from: {
    aws_ebs_volume: makes(
      {
        AvailabilityZone: 'availability_zone',
        Encrypted: 'encrypted',
        KmsKeyId: 'kms_key_id',
        Size: 'size',
        SnapshotId: 'snapshot_id',
        VolumeType: 'type',
        Tags: tags,
      },
      { onDestroy: { snapshotWhen: 'final_snapshot' } },
    ),
  },
});
