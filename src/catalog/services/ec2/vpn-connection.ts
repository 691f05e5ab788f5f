import { given, mapFact } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
import { networkFacts } from './network-facts.ts';
import { optional } from './optional.ts';

/** An encrypted line between a VPC, or a transit gateway, and a network elsewhere. */
export default defineService({
  type: 'AWS::EC2::VPNConnection',
  title: 'VPN connection',
  element: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html',
  facts: networkFacts('A VPN connection'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'private-line',
            ...optional(view, 'gateway', 'VpnGatewayId', 'TransitGatewayId'),
            // "StaticRoutesOnly … If you are creating a VPN connection for a device that does not support BGP, you must
            // specify true. Default: false" (CloudFormation reference of the type).
            routes: mapFact(flag(view, 'StaticRoutesOnly', false), (on) => (on ? 'stated' : 'announced')),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {
    LocalIpv4NetworkCidr: 'A selector of the tunnel, which may be narrower than the routes; taken as everything.',
    LocalIpv6NetworkCidr: 'A selector of the tunnel, which may be narrower than the routes; taken as everything.',
    RemoteIpv4NetworkCidr: 'A selector of the tunnel, which may be narrower than the routes; taken as everything.',
    RemoteIpv6NetworkCidr: 'A selector of the tunnel, which may be narrower than the routes; taken as everything.',
    OutsideIpAddressType: 'Where the tunnel itself runs does not change what it joins.',
    VpnTunnelOptionsSpecifications: 'Ciphers and keys of the tunnel are not judged.',
  },
});
