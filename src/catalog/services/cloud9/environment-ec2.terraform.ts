import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::Cloud9::EnvironmentEC2',
  from: {
    aws_cloud9_environment_ec2: makes({
      Name: 'name',
      ConnectionType: 'connection_type',
      ImageId: 'image_id',
      InstanceType: 'instance_type',
      SubnetId: 'subnet_id',
      Tags: tags,
    }),
  },
});
