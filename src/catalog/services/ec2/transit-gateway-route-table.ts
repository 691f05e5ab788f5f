import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Decides where packets of the attachments that are associated with it go. */
export default defineService({
  type: 'AWS::EC2::TransitGatewayRouteTable',
  title: 'transit gateway route table',
  element: 'part',
  partOf: (view) => givenValues(view, 'TransitGatewayId'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html',
  facts: networkFacts('A route table'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'transit-table',
            ...optional(view, 'gateway', 'TransitGatewayId'),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {},
});
