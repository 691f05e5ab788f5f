import { defineTerraform } from '../../../model/terraform.ts';
import { makes, own } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::NetworkInterfaceAttachment',
  from: {
    aws_network_interface_attachment: makes({
      DeviceIndex: 'device_index',
      InstanceId: 'instance_id',
      NetworkInterfaceId: 'network_interface_id',
    }),
    aws_network_interface: makes(
      { DeviceIndex: 'device_index', InstanceId: 'instance', NetworkInterfaceId: own() },
      { each: 'attachment', key: ['device_index'] },
    ),
  },
});
