import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { optional } from './optional.ts';

/** A private connection between two VPCs; routes on both sides decide what uses it. */
export default defineService({
  type: 'AWS::EC2::VPCPeeringConnection',
  title: 'VPC peering connection',
  element: 'network',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html',
  facts: networkFacts('A peering connection'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'peering',
            ...optional(view, 'vpc', 'VpcId'),
            ...optional(view, 'peer', 'PeerVpcId'),
            ...optional(view, 'peerRegion', 'PeerRegion'),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {
    PeerRoleArn: 'CloudFormation uses it once, to accept the connection in the other account.',
  },
});
