import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::EIP',
  from: {
    aws_eip: makes(
      { Domain: 'domain', InstanceId: 'instance', Tags: tags },
      { attributes: { id: 'AllocationId', allocation_id: 'AllocationId', public_ip: 'Ref' } },
    ),
  },
});
