import { type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { choose, word } from '../../answer.ts';
import { networkFacts } from './network-facts.ts';
import { optional } from './optional.ts';

/** A hub between networks. Route tables of its own, which attachments are associated with, decide what passes. */
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
  structure: {
    network: (view) => given(parts(view), [view.origin()]),
    // Whom it is shared with may attach without anybody agreeing.
    settings: (view) =>
      given({
        connectionsReviewed: mapFact(word(view, 'AutoAcceptSharedAttachments', 'disable'), (mode) => mode !== 'enable'),
      }),
  },
  ignored: {
    EncryptionSupport: 'Encryption between its attachments is not modelled.',
    TransitGatewayCidrBlocks: 'Addresses of the hub itself, used for tunnels.',
    MulticastSupport: 'Multicast is not modelled.',
  },
});

/**
 * "DefaultRouteTableAssociation … Enabled by default", "DefaultRouteTablePropagation … Enabled by default",
 * "SecurityGroupReferencingSupport … disabled by default" (CloudFormation reference of the type).
 */
function parts(view: ResourceView): readonly NetworkPart[] {
  return [
    {
      kind: 'transit-gateway',
      associates: switched(view, 'DefaultRouteTableAssociation', 'enable'),
      propagates: switched(view, 'DefaultRouteTablePropagation', 'enable'),
      ...optional(view, 'associationTable', 'AssociationDefaultRouteTableId'),
      ...optional(view, 'propagationTable', 'PropagationDefaultRouteTableId'),
      groupReferences: switched(view, 'SecurityGroupReferencingSupport', 'disable'),
    },
  ];
}

function switched(view: ResourceView, path: string, whenAbsent: string): Fact<boolean> {
  return choose(word(view, path, whenAbsent), { enable: true, disable: false }, path);
}
