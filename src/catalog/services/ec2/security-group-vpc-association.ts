import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Lets interfaces in a further VPC wear a security group. */
export default defineService({
  type: 'AWS::EC2::SecurityGroupVpcAssociation',
  title: 'security group VPC association',
  element: 'part',
  partOf: (view) => givenValues(view, 'GroupId'),
  aloneAs: 'control',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-assoc.html',
  facts: networkFacts('An association'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [{ kind: 'security-group-vpc', ...optional(view, 'group', 'GroupId'), ...optional(view, 'vpc', 'VpcId') }],
        [view.origin()],
      ),
  },
  ignored: {},
});
