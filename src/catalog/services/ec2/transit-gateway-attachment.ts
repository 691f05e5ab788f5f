import { given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues } from './optional.ts';
import { vpcAttachment } from './transit-attachment.ts';

/** Connects a VPC with a transit gateway. */
export default defineService({
  type: 'AWS::EC2::TransitGatewayAttachment',
  title: 'transit gateway attachment',
  element: 'part',
  partOf: (view) => givenValues(view, 'TransitGatewayId', 'VpcId'),
  aloneAs: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
  facts: networkFacts('An attachment'),
  structure: { network: (view) => given<readonly NetworkPart[]>([vpcAttachment(view)], [view.origin()]) },
  ignored: {},
});
