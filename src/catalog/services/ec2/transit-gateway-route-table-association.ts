import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Says by which table the packets of an attachment go. */
export default defineService({
  type: 'AWS::EC2::TransitGatewayRouteTableAssociation',
  title: 'transit gateway route table association',
  element: 'part',
  partOf: (view) => givenValues(view, 'TransitGatewayRouteTableId', 'TransitGatewayAttachmentId'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html',
  facts: networkFacts('An association'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'transit-association',
            ...optional(view, 'table', 'TransitGatewayRouteTableId'),
            ...optional(view, 'attachment', 'TransitGatewayAttachmentId'),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {},
});
