import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** An IPv6 block that is associated with a subnet after it was made. */
export default defineService({
  type: 'AWS::EC2::SubnetCidrBlock',
  title: 'subnet address block',
  element: 'part',
  partOf: (view) => givenValues(view, 'SubnetId'),
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-associate-ipv6-cidr.html',
  facts: networkFacts('An address block'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [{ kind: 'subnet-cidr', ...optional(view, 'subnet', 'SubnetId'), cidrs: givenValues(view, 'Ipv6CidrBlock') }],
        [view.origin()],
      ),
  },
  ignored: {},
});
