import { defineTerraform, type TerraformMembers } from '../../../model/terraform.ts';
import { block, each, first, list, makes, otherwise, tags, when } from '../../terraform-rules.ts';
import { startScript } from './terraform-launch.ts';

/** Without `encrypted` the account's default decides, as in CloudFormation. */
const disk: TerraformMembers = {
  DeleteOnTermination: 'delete_on_termination',
  Encrypted: 'encrypted',
  KmsKeyId: 'kms_key_id',
  VolumeSize: 'volume_size',
  VolumeType: 'volume_type',
};

const groups = first('vpc_security_group_ids', 'security_groups');

/** CloudFormation says of an interface what Terraform says of the instance: whether it gets a public address. */
const publicAddress = when(
  'associate_public_ip_address',
  list({
    AssociatePublicIpAddress: 'associate_public_ip_address',
    DeviceIndex: { kind: 'always', value: '0' },
    GroupSet: groups,
    SubnetId: 'subnet_id',
  }),
);

const settings: TerraformMembers = {
  AvailabilityZone: 'availability_zone',
  BlockDeviceMappings: list(
    each('root_block_device', { DeviceName: otherwise('device_name', 'root'), Ebs: disk }),
    each('ebs_block_device', { DeviceName: 'device_name', Ebs: { ...disk, SnapshotId: 'snapshot_id' } }),
  ),
  DisableApiTermination: otherwise('disable_api_termination', false),
  IamInstanceProfile: 'iam_instance_profile',
  ImageId: 'ami',
  InstanceType: 'instance_type',
  KeyName: 'key_name',
  LaunchTemplate: {
    LaunchTemplateId: 'launch_template.id',
    LaunchTemplateName: 'launch_template.name',
    Version: 'launch_template.version',
  },
  MetadataOptions: block('metadata_options', {
    HttpEndpoint: 'http_endpoint',
    HttpPutResponseHopLimit: 'http_put_response_hop_limit',
    HttpTokens: 'http_tokens',
  }),
  Monitoring: 'monitoring',
  NetworkInterfaces: first(
    each('network_interface', { DeviceIndex: 'device_index', NetworkInterfaceId: 'network_interface_id' }),
    publicAddress,
  ),
  SecurityGroupIds: groups,
  SourceDestCheck: 'source_dest_check',
  SubnetId: 'subnet_id',
  Tags: tags,
  UserData: startScript,
};

export default defineTerraform({
  type: 'AWS::EC2::Instance',
  inexpressible: {
    SecurityGroups: 'names of groups, which only the retired EC2-Classic took; ids are in SecurityGroupIds',
  },
  from: {
    aws_instance: makes(settings, {
      attributes: { private_ip: 'PrivateIp', public_ip: 'PublicIp', public_dns: 'PublicDnsName' },
    }),
    aws_spot_instance_request: makes(settings, { attributes: { spot_instance_id: 'Ref' } }),
  },
});
