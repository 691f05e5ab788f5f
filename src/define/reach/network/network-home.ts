import { casesOf } from '../../../model/fact.ts';
import type { NetworkPart } from '../../../model/network.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Network } from './network.ts';
import { type Subnet, subnetAt } from './network-interface.ts';
import type { Place } from './place.ts';

/** Where a part of the network lies itself. */
export type NetworkHome =
  | { readonly kind: 'vpc'; readonly vpc: Place }
  | { readonly kind: 'subnet'; readonly subnet: Subnet };

/** The VPC or subnet that a subnet, gateway, group or endpoint belongs to; undefined for anything else. */
export function networkHome(network: Network, resource: Resource): NetworkHome | undefined {
  for (const { fact } of casesOf(network.base.fact(resource.id, 'network'))) {
    if (fact.kind === 'unknown') continue;
    for (const part of fact.value) {
      const home = homeOf(network, resource, part);
      if (home !== undefined) return home;
    }
  }
  return undefined;
}

function homeOf(network: Network, resource: Resource, part: NetworkPart): NetworkHome | undefined {
  if (part.kind === 'nat-gateway') {
    const [place] = network.places(part.subnet, resource);
    const [subnet] = place === undefined ? [] : subnetAt(network, place, undefined);
    return subnet === undefined ? undefined : { kind: 'subnet', subnet };
  }
  if (part.kind === 'internet-gateway') {
    for (const { part: attachment, by } of network.attachments.get(resource.id) ?? []) {
      const [vpc] = network.places(attachment.vpc, by);
      if (vpc !== undefined) return { kind: 'vpc', vpc };
    }
    return undefined;
  }
  if (!('vpc' in part)) return undefined;
  const [vpc] = network.places(part.vpc, resource);
  return vpc === undefined ? undefined : { kind: 'vpc', vpc };
}
