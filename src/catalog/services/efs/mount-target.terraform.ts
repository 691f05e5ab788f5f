import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EFS::MountTarget',
  from: {
    aws_efs_mount_target: makes({
      FileSystemId: 'file_system_id',
      IpAddress: 'ip_address',
      SecurityGroups: 'security_groups',
      SubnetId: 'subnet_id',
    }),
  },
});
