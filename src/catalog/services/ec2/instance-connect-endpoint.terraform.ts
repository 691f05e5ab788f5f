import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::InstanceConnectEndpoint',
  from: {
    aws_ec2_instance_connect_endpoint: makes({
      PreserveClientIp: 'preserve_client_ip',
      SecurityGroupIds: 'security_group_ids',
      SubnetId: 'subnet_id',
      Tags: tags,
    }),
  },
});
