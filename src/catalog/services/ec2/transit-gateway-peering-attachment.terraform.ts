import { defineTerraform } from '../../../model/terraform.ts';
import { configures, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::TransitGatewayPeeringAttachment',
  from: {
    aws_ec2_transit_gateway_peering_attachment: makes({
      PeerAccountId: 'peer_account_id',
      PeerRegion: 'peer_region',
      PeerTransitGatewayId: 'peer_transit_gateway_id',
      TransitGatewayId: 'transit_gateway_id',
      Tags: tags,
    }),
    // The other side says yes; what is connected was said by the first.
    aws_ec2_transit_gateway_peering_attachment_accepter: configures('transit_gateway_attachment_id', {}),
  },
});
