import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues } from './optional.ts';

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
  ignored: {
    SubnetIds: 'What passes a transit gateway is not followed: a route to it makes a connection unknown.',
  },
});
