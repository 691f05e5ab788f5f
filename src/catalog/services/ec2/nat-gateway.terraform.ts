import { defineTerraform } from '../../../model/terraform.ts';
import { makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::NatGateway',
  inexpressible: { AvailabilityMode: 'The provider makes NAT gateways of one zone only.' },
  from: {
    aws_nat_gateway: makes({
      AllocationId: 'allocation_id',
      ConnectivityType: 'connectivity_type',
      SubnetId: 'subnet_id',
      Tags: tags,
    }),
  },
});
