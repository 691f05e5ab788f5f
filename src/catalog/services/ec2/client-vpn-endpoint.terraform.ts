import { defineTerraform } from '../../../model/terraform.ts';
import { each, makes } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::ClientVpnEndpoint',
  from: {
    aws_ec2_client_vpn_endpoint: makes({
      Description: 'description',
      AuthenticationOptions: each('authentication_options', { Type: 'type' }),
      ClientCidrBlock: 'client_cidr_block',
      ConnectionLogOptions: {
        CloudwatchLogGroup: 'connection_log_options.cloudwatch_log_group',
        Enabled: 'connection_log_options.enabled',
      },
      SecurityGroupIds: 'security_group_ids',
      ServerCertificateArn: 'server_certificate_arn',
      TransportProtocol: 'transport_protocol',
      VpcId: 'vpc_id',
      VpnPort: 'vpn_port',
    }),
  },
});
