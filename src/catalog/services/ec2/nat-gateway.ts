import { given, mapFact } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { choose, word } from '../../answer.ts';
import { networkFacts } from './network-facts.ts';
import { optional } from './optional.ts';

/** Lets connections out under its own address and none in. */
export default defineService({
  type: 'AWS::EC2::NatGateway',
  title: 'NAT gateway',
  element: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
  facts: {
    ...networkFacts('A NAT gateway'),
    recovery: (view) =>
      // "NAT gateway basics": one lies in one zone; a regional one (2025) spans the zones of its VPC.
      mapFact(
        choose(
          word(view, 'AvailabilityMode', 'zonal'),
          { zonal: 'one', regional: 'many' } as const,
          'AvailabilityMode',
        ),
        (zones) => ({ backups: 'unsupported', deletionProtection: 'unsupported', zones }) as const,
      ),
  },
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'nat-gateway',
            ...optional(view, 'subnet', 'SubnetId'),
            public: choose(
              word(view, 'ConnectivityType', 'public'),
              { public: true, private: false },
              'ConnectivityType',
            ),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {
    VpcId: 'Only a regional NAT gateway names its VPC, and lets nothing in either.',
    PrivateIpAddress: 'Which private address it has does not change what passes.',
    SecondaryPrivateIpAddresses: 'Which private addresses it has does not change what passes.',
    SecondaryPrivateIpAddressCount: 'How many addresses it has does not change what passes.',
  },
});
