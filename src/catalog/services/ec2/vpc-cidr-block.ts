import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues } from './optional.ts';

/** A further address block of a VPC, IPv4 or IPv6. */
export default defineService({
  type: 'AWS::EC2::VPCCidrBlock',
  title: 'VPC address block',
  element: 'part',
  partOf: (view) => givenValues(view, 'VpcId'),
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  facts: networkFacts('An address block'),
  contributes: (view) =>
    givenValues(view, 'VpcId').map((to) => ({
      to,
      dimension: 'network',
      fact: given<readonly NetworkPart[]>(
        [{ kind: 'vpc', cidrs: givenValues(view, 'CidrBlock', 'Ipv6CidrBlock') }],
        [view.origin()],
      ),
    })),
  ignored: {
    AmazonProvidedIpv6CidrBlock: 'An address block that Amazon picks cannot be known before deployment.',
    Ipv6CidrBlockNetworkBorderGroup: 'Where the addresses are announced does not change who can reach them.',
  },
});
