import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Gives a subnet its route table; a subnet without one uses the main table of the VPC. */
export default defineService({
  type: 'AWS::EC2::SubnetRouteTableAssociation',
  title: 'route table association',
  element: 'part',
  partOf: (view) => givenValues(view, 'SubnetId', 'RouteTableId'),
  aloneAs: 'network',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html',
  facts: networkFacts('An association'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'route-table-association',
            ...optional(view, 'table', 'RouteTableId'),
            ...optional(view, 'subnet', 'SubnetId'),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {},
});
