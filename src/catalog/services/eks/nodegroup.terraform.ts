import { defineTerraform } from '../../../model/terraform.ts';
import { block, makes, named, tagMap } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EKS::Nodegroup',
  from: {
    aws_eks_node_group: makes({
      NodegroupName: named('node_group_name'),
      ClusterName: 'cluster_name',
      NodeRole: 'node_role_arn',
      Subnets: 'subnet_ids',
      AmiType: 'ami_type',
      CapacityType: 'capacity_type',
      DiskSize: 'disk_size',
      InstanceTypes: 'instance_types',
      Labels: 'labels',
      LaunchTemplate: { Id: 'launch_template.id', Name: 'launch_template.name', Version: 'launch_template.version' },
      ReleaseVersion: 'release_version',
      RemoteAccess: block('remote_access', {
        Ec2SshKey: 'ec2_ssh_key',
        SourceSecurityGroups: 'source_security_group_ids',
      }),
      ScalingConfig: {
        DesiredSize: 'scaling_config.desired_size',
        MaxSize: 'scaling_config.max_size',
        MinSize: 'scaling_config.min_size',
      },
      Version: 'version',
      Tags: tagMap,
    }),
  },
});
