import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::GlobalAccelerator::Listener',
  from: {
    aws_globalaccelerator_listener: makes(
      {
        AcceleratorArn: 'accelerator_arn',
        PortRanges: each('port_range', { FromPort: 'from_port', ToPort: 'to_port' }),
        Protocol: 'protocol',
      },
      { attributes: { arn: 'Ref' } },
    ),
  },
});
