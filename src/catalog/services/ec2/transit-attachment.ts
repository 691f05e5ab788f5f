import type { NetworkPart } from '../../../model/network.ts';
import type { ResourceView } from '../../../model/service.ts';
import { choose, word } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { optional } from './optional.ts';

/**
 * The attachment of a VPC to a transit gateway. "SecurityGroupReferencingSupport … This option is set to enable by
 * default" (options of CreateTransitGatewayVpcAttachment).
 */
export function vpcAttachment(view: ResourceView): NetworkPart {
  const path = 'Options.SecurityGroupReferencingSupport';
  return {
    kind: 'transit-attachment',
    ...optional(view, 'gateway', 'TransitGatewayId'),
    ...optional(view, 'vpc', 'VpcId'),
    subnets: guardedMembers(view, 'SubnetIds'),
    groupReferences: choose(word(view, path, 'enable'), { enable: true, disable: false }, path),
  };
}
