import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** Attaches an internet gateway, or the gateway of a private connection, to a VPC. */
export default defineService({
  type: 'AWS::EC2::VPCGatewayAttachment',
  title: 'gateway attachment',
  element: 'part',
  partOf: (view) => givenValues(view, 'InternetGatewayId', 'VpnGatewayId', 'VpcId'),
  aloneAs: 'network',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  facts: networkFacts('An attachment'),
  structure: {
    network: (view) =>
      given<readonly NetworkPart[]>(
        [
          {
            kind: 'gateway-attachment',
            ...optional(view, 'vpc', 'VpcId'),
            ...optional(view, 'gateway', 'InternetGatewayId', 'VpnGatewayId'),
          },
        ],
        [view.origin()],
      ),
  },
  ignored: {},
});
