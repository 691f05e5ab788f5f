import { defineTerraform } from '../../../model/terraform.ts';
import { configures, list } from '../../terraform-rules.ts';

/** Groups of the first interface of an instance, which `primary_network_interface_id` names. */
export default defineTerraform({
  type: 'AWS::EC2::Instance',
  from: {
    aws_network_interface_sg_attachment: configures('network_interface_id', {
      SecurityGroupIds: list('security_group_id'),
    }),
  },
});
