import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';

/** The VPC's end of VPN connections and Direct Connect lines. */
export default defineService({
  type: 'AWS::EC2::VPNGateway',
  title: 'virtual private gateway',
  element: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html',
  facts: networkFacts('A virtual private gateway'),
  structure: {
    network: (view) => given<readonly NetworkPart[]>([{ kind: 'private-gateway' }], [view.origin()]),
  },
  ignored: {},
});
