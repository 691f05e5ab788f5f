import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** A network at the other end of a VPN connection with static routes. */
export default defineService({
  type: 'AWS::EC2::VPNConnectionRoute',
  title: 'VPN connection route',
  element: 'part',
  partOf: (view) => givenValues(view, 'VpnConnectionId'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html',
  facts: networkFacts('A route'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'private-line-route',
            ...optional(view, 'line', 'VpnConnectionId'),
            ...optional(view, 'destination', 'DestinationCidrBlock'),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {},
});
