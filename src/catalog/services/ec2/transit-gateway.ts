import { notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';

/** A hub between networks. What its own tables let pass is not followed: a route to it makes a connection unknown. */
export default defineService({
  type: 'AWS::EC2::TransitGateway',
  title: 'transit gateway',
  element: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/tgw/what-is-transit-gateway.html',
  facts: {
    ...networkFacts('A transit gateway'),
    logging: notApplicable('Flow logs of a transit gateway are resources of their own.'),
  },
  ignored: {
    AutoAcceptSharedAttachments: 'Which other accounts may attach is settled by the share, which is not read.',
    EncryptionSupport: 'Encryption between its attachments is not modelled.',
    SecurityGroupReferencingSupport: 'What passes a transit gateway is not followed.',
    TransitGatewayCidrBlocks: 'Addresses of the hub itself, used for tunnels.',
    MulticastSupport: 'Multicast is not modelled.',
  },
});
