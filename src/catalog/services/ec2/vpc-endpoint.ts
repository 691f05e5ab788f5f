import type { Placement } from '../../../model/dimension.ts';
import type { Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, notApplicable, unknown } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import type { PolicySource } from '../../../model/policy.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import { textOf } from '../../../model/value.ts';
import { property, shownText, word } from '../../answer.ts';
import { obeysEndpointPolicy } from '../../data/endpoint-policies.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { readPolicies } from '../../read-policy.ts';
import { singleReferences } from '../../single-references.ts';
import { networkFacts } from './network-facts.ts';
import { optional } from './optional.ts';

/** A private way from a VPC to an AWS service or to somebody's endpoint service. */
export default defineService({
  type: 'AWS::EC2::VPCEndpoint',
  title: 'VPC endpoint',
  element: 'network',
  service: 'managed',
  documentation: 'https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html',
  facts: {
    ...networkFacts('A VPC endpoint'),
    placement: (view) => bindFact(endpointType(view), (type) => placement(view, type)),
    resourcePolicy: endpointPolicy,
  },
  structure: {
    network: (view) => bindFact(endpointType(view), (type) => given([part(view, type)], [view.origin()])),
    forwards: (view) => given(toProvider(view), [view.origin('ServiceName')]),
  },
  ignored: {
    IpAddressType: 'Which family its addresses have does not change who can reach it.',
    ResourceConfigurationArn: 'A resource endpoint leads to what its owner shares, which is not in this input.',
    ServiceNetworkArn: 'A service network is not followed.',
  },
});

/** "VpcEndpointType … Default: Gateway" (CloudFormation reference of the type). */
function endpointType(view: ResourceView): Fact<string> {
  return word(view, 'VpcEndpointType', 'Gateway');
}

/** "Endpoint services for Gateway Load Balancers": their endpoints take no security group. */
function placement(view: ResourceView, type: string): Fact<Placement> {
  if (type === 'Gateway') return notApplicable('A gateway endpoint is a route, without an address in the VPC');
  return given<Placement>(
    {
      zone: 'vpc',
      ...optional(view, 'vpc', 'VpcId'),
      subnets: guardedMembers(view, 'SubnetIds'),
      securityGroups: guardedMembers(view, 'SecurityGroupIds'),
      publicAddress: byDefault('no'),
      ...(type === 'GatewayLoadBalancer' && { unfiltered: true as const }),
    },
    [view.origin()],
  );
}

/** Where the service does not obey endpoint policies, one that is there changes nothing. */
function endpointPolicy(view: ResourceView): Fact<readonly PolicySource[]> {
  return bindFact(property(view, 'PolicyDocument'), (document): Fact<readonly PolicySource[]> => {
    if (document === undefined) return byDefault<readonly PolicySource[]>([]);
    const service = shownText(view, 'ServiceName');
    switch (service === undefined ? 'yes' : obeysEndpointPolicy(service)) {
      case 'yes':
        return given(policies(view));
      case 'no':
        return byDefault<readonly PolicySource[]>([]);
      default:
        return unknown(
          `it is not known whether ${service} obeys endpoint policies`,
          `VpcEndpointPolicySupported of ${service} (aws ec2 describe-vpc-endpoint-services)`,
        );
    }
  });
}

/** Without a policy of its own an endpoint allows all that the caller may do anyway: nothing to judge. */
function policies(view: ResourceView): readonly PolicySource[] {
  return readPolicies(view.read('PolicyDocument')).map((document) => ({
    name: `policy of endpoint ${view.resource.address}`,
    kind: 'endpoint',
    statedBy: view.resource.id,
    document,
  }));
}

/** What connects to an endpoint for somebody's service is handed on to the load balancers of that service. */
function toProvider(view: ResourceView): readonly Forward[] {
  const service = view.read('ServiceName');
  const [first] = (service === undefined ? undefined : textOf(service)) ?? [];
  if (service === undefined || typeof first !== 'string' || !first.startsWith('com.amazonaws.vpce.')) return [];
  return singleReferences(service).map((to) => ({
    to,
    kind: 'request',
    protocol: 'tcp',
    port: null,
    encrypted: byDefault(false),
    authentication: 'network',
    because: `endpoint ${view.resource.address} connects to the endpoint service`,
    origin: service.origin,
  }));
}

function part(view: ResourceView, type: string): NetworkPart {
  return {
    kind: 'endpoint',
    ...optional(view, 'vpc', 'VpcId'),
    ...optional(view, 'service', 'ServiceName'),
    gateway: type === 'Gateway',
    ...(type === 'GatewayLoadBalancer' && { appliances: true as const }),
    subnets: guardedMembers(view, 'SubnetIds'),
    groups: guardedMembers(view, 'SecurityGroupIds'),
    ...(type === 'Gateway' && { tables: guardedMembers(view, 'RouteTableIds') }),
  };
}
