import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Where packets that leave a subnet go. Every table has the local route of its VPC. */
export default defineService({
  type: 'AWS::EC2::RouteTable',
  title: 'route table',
  element: 'part',
  partOf: (view) => givenValues(view, 'VpcId'),
  aloneAs: 'network',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  facts: networkFacts('A route table'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>([{ kind: 'route-table', ...optional(view, 'vpc', 'VpcId') }], [view.origin()]),
  },
  ignored: {},
});
