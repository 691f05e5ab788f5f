import { defineTerraform } from '../../../model/terraform.ts';
import { makes, own } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::EIPAssociation',
  from: {
    aws_eip_association: makes({
      AllocationId: 'allocation_id',
      EIP: 'public_ip',
      InstanceId: 'instance_id',
      NetworkInterfaceId: 'network_interface_id',
    }),
    // An address may name the interface itself, for which CloudFormation has an association only.
    aws_eip: makes(
      { AllocationId: own('AllocationId'), NetworkInterfaceId: 'network_interface' },
      { when: { attribute: 'network_interface' } },
    ),
  },
});
