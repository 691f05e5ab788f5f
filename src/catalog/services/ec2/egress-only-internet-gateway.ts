import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { optional } from './optional.ts';

/** Lets IPv6 connections out and none in. */
export default defineService({
  type: 'AWS::EC2::EgressOnlyInternetGateway',
  title: 'egress-only internet gateway',
  element: 'network',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html',
  facts: networkFacts('An egress-only internet gateway'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [{ kind: 'egress-only-gateway', ...optional(view, 'vpc', 'VpcId') }],
        [view.origin()],
      ),
  },
  ignored: {},
});
