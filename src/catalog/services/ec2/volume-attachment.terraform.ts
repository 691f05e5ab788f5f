import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::VolumeAttachment',
  from: {
    aws_volume_attachment: makes({ Device: 'device_name', InstanceId: 'instance_id', VolumeId: 'volume_id' }),
  },
});
