import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Gives a subnet its network ACL; a subnet without one uses the default ACL of the VPC, which allows everything. */
export default defineService({
  type: 'AWS::EC2::SubnetNetworkAclAssociation',
  title: 'network ACL association',
  element: 'part',
  partOf: (view) => givenValues(view, 'NetworkAclId', 'SubnetId'),
  aloneAs: 'control',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-associations.html',
  facts: networkFacts('An association'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'network-acl-association',
            ...optional(view, 'acl', 'NetworkAclId'),
            ...optional(view, 'subnet', 'SubnetId'),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {},
});
