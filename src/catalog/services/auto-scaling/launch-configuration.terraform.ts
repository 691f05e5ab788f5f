import { defineTerraform } from '../../../model/terraform.ts';
import { makes, named } from '../../terraform-rules.ts';
import { disks, metadataOptions, startScript } from '../ec2/terraform-launch.ts';

export default defineTerraform({
  type: 'AWS::AutoScaling::LaunchConfiguration',
  from: {
    aws_launch_configuration: makes({
      LaunchConfigurationName: named('name'),
      AssociatePublicIpAddress: 'associate_public_ip_address',
      BlockDeviceMappings: disks(),
      IamInstanceProfile: 'iam_instance_profile',
      ImageId: 'image_id',
      InstanceType: 'instance_type',
      KeyName: 'key_name',
      MetadataOptions: metadataOptions,
      SecurityGroups: 'security_groups',
      UserData: startScript,
    }),
  },
});
