import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Joins two transit gateways. Only static routes lead over it, and groups of the other side cannot be named. */
export default defineService({
  type: 'AWS::EC2::TransitGatewayPeeringAttachment',
  title: 'transit gateway peering attachment',
  element: 'part',
  partOf: (view) => givenValues(view, 'TransitGatewayId'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html',
  facts: networkFacts('An attachment'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'transit-attachment',
            ...optional(view, 'gateway', 'TransitGatewayId'),
            ...optional(view, 'peer', 'PeerTransitGatewayId'),
            subnets: [],
            groupReferences: given(false),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {},
});
