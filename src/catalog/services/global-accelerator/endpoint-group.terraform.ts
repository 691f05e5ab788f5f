import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::GlobalAccelerator::EndpointGroup',
  from: {
    aws_globalaccelerator_endpoint_group: makes(
      {
        EndpointConfigurations: each('endpoint_configuration', {
          ClientIPPreservationEnabled: 'client_ip_preservation_enabled',
          EndpointId: 'endpoint_id',
        }),
        EndpointGroupRegion: 'endpoint_group_region',
        ListenerArn: 'listener_arn',
        PortOverrides: each('port_override', { EndpointPort: 'endpoint_port', ListenerPort: 'listener_port' }),
      },
      { attributes: { arn: 'Ref' } },
    ),
  },
});
