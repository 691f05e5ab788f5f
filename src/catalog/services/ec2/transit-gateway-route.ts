import { bindFact, given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** A static route of a transit gateway: to an attachment, or into nowhere. */
export default defineService({
  type: 'AWS::EC2::TransitGatewayRoute',
  title: 'transit gateway route',
  element: 'part',
  partOf: (view) => givenValues(view, 'TransitGatewayRouteTableId'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html',
  facts: networkFacts('A route'),
  structure: {
    network: (view) =>
      bindFact(flag(view, 'Blackhole', false), (drops) =>
        given<readonly NetworkPart[]>([routeOf(view, drops)], [view.origin()]),
      ),
  },
  ignored: {},
});

function routeOf(view: ResourceView, drops: boolean): NetworkPart {
  return {
    kind: 'transit-route',
    ...optional(view, 'table', 'TransitGatewayRouteTableId'),
    ...optional(view, 'destination', 'DestinationCidrBlock'),
    ...(!drops && optional(view, 'attachment', 'TransitGatewayAttachmentId')),
  };
}
