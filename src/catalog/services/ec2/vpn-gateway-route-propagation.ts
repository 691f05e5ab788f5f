import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Route tables that take over the networks which a virtual private gateway knows. */
export default defineService({
  type: 'AWS::EC2::VPNGatewayRoutePropagation',
  title: 'route propagation',
  element: 'part',
  partOf: (view) => givenValues(view, 'VpnGatewayId'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html',
  facts: networkFacts('A propagation'),
  structure: {
    network: (view) =>
      given(
        guardedMembers(view, 'RouteTableIds').map(
          (table): NetworkPart => ({ kind: 'route-propagation', table, ...optional(view, 'gateway', 'VpnGatewayId') }),
        ),
        [view.origin()],
      ),
  },
  ignored: {},
});
