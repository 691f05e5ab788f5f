import { given } from '../../../model/fact.ts';
import type { NetworkPart, RouteTargetKind } from '../../../model/network.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { networkFacts } from './network-facts.ts';
import { givenValues, optional } from './optional.ts';

/** The properties that name a route's target; CloudFormation takes exactly one of them. */
const targets: readonly (readonly [string, RouteTargetKind])[] = [
  ['GatewayId', 'gateway'],
  ['EgressOnlyInternetGatewayId', 'egress-only-gateway'],
  ['NatGatewayId', 'nat'],
  ['VpcPeeringConnectionId', 'peering'],
  ['TransitGatewayId', 'transit-gateway'],
  ['InstanceId', 'instance'],
  ['NetworkInterfaceId', 'interface'],
  ['VpcEndpointId', 'endpoint'],
  ['CarrierGatewayId', 'carrier-gateway'],
  ['CoreNetworkArn', 'cloud-wan'],
  ['LocalGatewayId', 'local-gateway'],
  ['OdbNetworkArn', 'other'],
];

/** One route of a table. A property that is only given under a condition stands for a route under that condition. */
export default defineService({
  type: 'AWS::EC2::Route',
  title: 'route',
  element: 'part',
  partOf: (view) => givenValues(view, 'RouteTableId'),
  aloneAs: 'network',
  service: 'infrastructure',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  facts: networkFacts('A route'),
  structure: { network: (view) => given(routes(view), [view.origin()]) },
  ignored: {},
});

function routes(view: ResourceView): readonly NetworkPart[] {
  const destinations = [
    ...givenValues(view, 'DestinationCidrBlock', 'DestinationIpv6CidrBlock'),
    ...givenValues(view, 'DestinationPrefixListId'),
  ];
  return destinations.flatMap((destination) =>
    targets.flatMap(([property, targetKind]) =>
      givenValues(view, property).map(
        (target): NetworkPart => ({
          kind: 'route',
          ...optional(view, 'table', 'RouteTableId'),
          destination,
          target,
          targetKind,
        }),
      ),
    ),
  );
}
