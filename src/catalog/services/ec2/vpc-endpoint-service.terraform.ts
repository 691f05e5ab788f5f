import { defineTerraform } from '../../../model/terraform.ts';
import { makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::VPCEndpointService',
  from: {
    aws_vpc_endpoint_service: makes(
      {
        AcceptanceRequired: 'acceptance_required',
        GatewayLoadBalancerArns: 'gateway_load_balancer_arns',
        NetworkLoadBalancerArns: 'network_load_balancer_arns',
      },
      { attributes: { service_name: 'com.amazonaws.vpce.{Region}.{ServiceId}' } },
    ),
  },
});
