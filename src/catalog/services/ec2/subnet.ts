import { allFacts, given, mapFact } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** A range of addresses in one availability zone of a VPC. */
export default defineService({
  type: 'AWS::EC2::Subnet',
  title: 'subnet',
  element: 'network',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
  facts: networkFacts('A subnet'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'subnet',
            ...optional(view, 'vpc', 'VpcId'),
            cidrs: givenValues(view, 'CidrBlock', 'Ipv6CidrBlock'),
            ...optional(view, 'availabilityZone', 'AvailabilityZone'),
            // "IP addressing for your VPCs and subnets": non-default subnets have both attributes off.
            givesPublicAddress: mapFact(
              allFacts<{ mapped: boolean; native: boolean }>({
                mapped: flag(view, 'MapPublicIpOnLaunch', false),
                native: flag(view, 'Ipv6Native', false),
              }),
              ({ mapped, native }) => mapped && !native,
            ),
            givesIpv6Address: flag(view, 'AssignIpv6AddressOnCreation', false),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {
    PrivateDnsNameOptionsOnLaunch: 'Names of instances do not change who can reach them.',
  },
});
