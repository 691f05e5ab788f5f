import type { Forward } from '../../../model/entry.ts';
import { byDefault, given } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { flag } from '../../answer.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { networkFacts } from './network-facts.ts';

/**
 * Offers what stands behind load balancers to endpoints in other VPCs. Which accounts may connect, permissions of their
 * own say; `AcceptanceRequired` has each of them accepted by hand.
 */
export default defineService({
  type: 'AWS::EC2::VPCEndpointService',
  title: 'VPC endpoint service',
  element: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
  facts: networkFacts('A VPC endpoint service'),
  structure: {
    forwards: (view) => given([...behind(view, 'NetworkLoadBalancerArns'), ...behind(view, 'GatewayLoadBalancerArns')]),
    settings: (view) => given({ connectionsReviewed: flag(view, 'AcceptanceRequired', true) }),
    network: (view) =>
      // "AcceptanceRequired: Indicates whether requests from service consumers to create an endpoint to your service must
      // be accepted" (CloudFormation reference of the type); by default they must.
      given<readonly NetworkPart[]>(
        [{ kind: 'endpoint-service', accepts: flag(view, 'AcceptanceRequired', true) }],
        [view.origin('AcceptanceRequired')],
      ),
  },
  ignored: { SupportedIpAddressTypes: 'Which family its addresses have does not change who can reach it.' },
});

function behind(view: ResourceView, path: string): readonly Forward[] {
  return guardedMembers(view, path).map((to) => ({
    to,
    kind: 'request',
    protocol: 'tcp',
    port: null,
    encrypted: byDefault(false),
    authentication: 'network',
    because: `endpoint service ${view.resource.address} hands on to the load balancer`,
    origin: to.origin,
  }));
}
