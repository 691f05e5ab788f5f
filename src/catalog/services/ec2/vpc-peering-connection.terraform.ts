import { defineTerraform } from '../../../model/terraform.ts';
import { configures, makes, tags } from '../../terraform-rules.ts';

export default defineTerraform({
  type: 'AWS::EC2::VPCPeeringConnection',
  from: {
    aws_vpc_peering_connection: makes({
      PeerOwnerId: 'peer_owner_id',
      PeerRegion: 'peer_region',
      PeerVpcId: 'peer_vpc_id',
      VpcId: 'vpc_id',
      Tags: tags,
    }),
    // The other side says yes; what is connected was said by the first.
    aws_vpc_peering_connection_accepter: configures('vpc_peering_connection_id', {}),
    aws_vpc_peering_connection_options: configures('vpc_peering_connection_id', {}),
  },
});
