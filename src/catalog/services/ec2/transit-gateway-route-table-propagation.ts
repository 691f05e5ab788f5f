import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Makes the networks of an attachment known to a table. */
export default defineService({
  type: 'AWS::EC2::TransitGatewayRouteTablePropagation',
  title: 'transit gateway route propagation',
  element: 'part',
  partOf: (view) => givenValues(view, 'TransitGatewayRouteTableId', 'TransitGatewayAttachmentId'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html',
  facts: networkFacts('A propagation'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'transit-propagation',
            ...optional(view, 'table', 'TransitGatewayRouteTableId'),
            ...optional(view, 'attachment', 'TransitGatewayAttachmentId'),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {},
});
