import { defineTerraform } from '../../../model/terraform.ts';
import { block, boolean, decoded, each, makes, named } from '../../terraform-rules.ts';
import { metadataOptions } from './terraform-launch.ts';

export default defineTerraform({
  type: 'AWS::EC2::LaunchTemplate',
  from: {
    aws_launch_template: makes(
      {
        LaunchTemplateName: named('name'),
        LaunchTemplateData: {
          BlockDeviceMappings: each('block_device_mappings', {
            DeviceName: 'device_name',
            VirtualName: 'virtual_name',
            NoDevice: 'no_device',
            Ebs: block('ebs', {
              Encrypted: boolean('encrypted'),
              KmsKeyId: 'kms_key_id',
              SnapshotId: 'snapshot_id',
              VolumeSize: 'volume_size',
              VolumeType: 'volume_type',
            }),
          }),
          DisableApiTermination: 'disable_api_termination',
          IamInstanceProfile: { Arn: 'iam_instance_profile.arn', Name: 'iam_instance_profile.name' },
          ImageId: 'image_id',
          InstanceType: 'instance_type',
          KeyName: 'key_name',
          MetadataOptions: metadataOptions,
          NetworkInterfaces: each('network_interfaces', {
            AssociatePublicIpAddress: boolean('associate_public_ip_address'),
            DeviceIndex: 'device_index',
            Groups: 'security_groups',
            NetworkInterfaceId: 'network_interface_id',
            SubnetId: 'subnet_id',
          }),
          SecurityGroupIds: 'vpc_security_group_ids',
          SecurityGroups: 'security_group_names',
          UserData: decoded('user_data'),
        },
      },
      { attributes: { default_version: 'DefaultVersionNumber', latest_version: 'LatestVersionNumber' } },
    ),
  },
});
