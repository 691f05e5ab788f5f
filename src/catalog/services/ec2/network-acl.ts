import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { optional } from './optional.ts';

/** A stateless filter at the edge of subnets. A new one denies everything until entries allow it. */
export default defineService({
  type: 'AWS::EC2::NetworkAcl',
  title: 'network ACL',
  element: 'control',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  facts: networkFacts('A network ACL'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>([{ kind: 'network-acl', ...optional(view, 'vpc', 'VpcId') }], [view.origin()]),
  },
  ignored: {},
});
