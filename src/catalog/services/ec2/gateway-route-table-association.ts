import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Gives a gateway a route table for what comes in through it. */
export default defineService({
  type: 'AWS::EC2::GatewayRouteTableAssociation',
  title: 'gateway route table association',
  element: 'part',
  partOf: (view) => givenValues(view, 'GatewayId', 'RouteTableId'),
  aloneAs: 'network',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html',
  facts: networkFacts('An association'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'gateway-table-association',
            ...optional(view, 'table', 'RouteTableId'),
            ...optional(view, 'gateway', 'GatewayId'),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {},
});
