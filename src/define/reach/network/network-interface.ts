import type { Placement } from '../../../model/dimension.ts';
import { casesOf } from '../../../model/fact.ts';
import { always, and, type Guard, isAlways, isPossible, not, or } from '../../../model/guard.ts';
import type { Resource } from '../../../model/resource.ts';
import { defaultVpcOf, type Network } from './network.ts';
import { type Place, samePlace } from './place.ts';

/** Where a resource stands in a VPC: one subnet of one case of its placement. */
export interface NetworkInterface {
  readonly resource: Resource;
  readonly placement: Placement;
  readonly subnet: Subnet;
  readonly groups: readonly Place[];
  readonly guard: Guard;
}

/** A subnet with the VPC that it lies in. */
export interface Subnet {
  readonly place: Place;
  readonly vpc: Place;
  /** Made by AWS in the default VPC, whose main route table leads to an internet gateway. */
  readonly ofDefaultVpc: boolean;
}

/** The interfaces of a resource, or the input that would tell where it stands; none when it stands in no VPC. */
export function interfacesOf(
  network: Network,
  resource: Resource,
): { readonly interfaces: readonly NetworkInterface[]; readonly settledBy?: string } {
  const interfaces: NetworkInterface[] = [];
  let settledBy: string | undefined;
  for (const { guard, fact } of casesOf(network.base.fact(resource.id, 'placement'))) {
    if (fact.kind === 'unknown') settledBy ??= fact.settledBy;
    else if (fact.value.zone === 'vpc')
      interfaces.push(...interfacesAt(network, resource, { placement: fact.value, guard: and(guard, resource.guard) }));
  }
  return settledBy === undefined ? { interfaces } : { interfaces, settledBy };
}

function interfacesAt(
  network: Network,
  resource: Resource,
  at: { readonly placement: Placement; readonly guard: Guard },
): readonly NetworkInterface[] {
  const { placement, guard } = at;
  const stated = placement.securityGroups.flatMap((value) => network.places(value, resource)).map(asGroup(network));
  const subnets = subnetsOf(network, resource, placement, stated);
  return subnets.flatMap((subnet) => {
    const both = and(guard, subnet.place.guard);
    if (!isPossible(both)) return [];
    return [{ resource, placement, subnet, groups: groupsAt(placement, stated, subnet), guard: both }];
  });
}

/** "If you do not specify a security group, the default one of the VPC is used": also where a condition takes them away. */
function groupsAt(placement: Placement, stated: readonly Place[], subnet: Subnet): readonly Place[] {
  if (placement.unfiltered === true) return [];
  const none = not(or(...stated.map((group) => group.guard)));
  return isPossible(none) ? [...stated, { ...defaultGroup(subnet.vpc), guard: none }] : stated;
}

const ofVpc = 'default group of ';

/** The default security group of a VPC, which the template can name as an attribute of the VPC. */
function defaultGroup(vpc: Place): Place {
  return { key: ofVpc + vpc.key, name: `default security group of ${vpc.name}`, open: vpc.open, guard: always };
}

export function isDefaultGroup({ key }: Place): boolean {
  return key.startsWith(ofVpc);
}

/** The key of the VPC whose default group this is. */
export function vpcOfDefaultGroup({ key }: Place): string {
  return key.slice(ofVpc.length);
}

/** A VPC in the place of a group means its default group. */
export function asGroup(network: Network): (place: Place) => Place {
  return (place) =>
    place.resource !== undefined && network.vpcs.has(place.key) && !network.groups.has(place.key)
      ? { ...defaultGroup(place), guard: place.guard }
      : place;
}

function subnetsOf(
  network: Network,
  resource: Resource,
  placement: Placement,
  groups: readonly Place[],
): readonly Subnet[] {
  const places = placement.subnets.flatMap((value) => network.places(value, resource));
  const known = places.map((place) => statedSubnets(network, place));
  if (known.length > 0 && known.every((subnets) => subnets.length > 0)) return known.flat();
  const vpcHint = vpcOf(network, resource, placement, groups);
  if (places.length > 0) return places.flatMap((place) => subnetAt(network, place, vpcHint));
  const vpc = vpcHint ?? defaultVpcOf(network.base, resource);
  if (vpcHint === undefined)
    return [{ place: { ...vpc, key: `subnets of ${vpc.key}`, name: 'default subnet' }, vpc, ofDefaultVpc: true }];
  const settledBy = `the subnets of ${resource.address}`;
  return [
    {
      place: { key: `subnets of ${resource.id}`, name: settledBy, settledBy, open: true, guard: always },
      vpc,
      ofDefaultVpc: false,
    },
  ];
}

/** The VPC as the placement or one of the groups tells it: a group serves interfaces of its own VPC only. */
function vpcOf(
  network: Network,
  resource: Resource,
  placement: Placement,
  groups: readonly Place[],
): Place | undefined {
  const [stated] = network.places(placement.vpc, resource);
  if (stated !== undefined) return stated;
  for (const group of groups)
    for (const { part, by } of network.groups.get(group.key) ?? []) {
      const [vpc] = network.places(part.vpc, by);
      if (vpc !== undefined) return vpc;
    }
  return undefined;
}

/** The subnet that a place is, once for each VPC that it may lie in. */
export function subnetAt(network: Network, place: Place, hint: Place | undefined): readonly Subnet[] {
  const known = statedSubnets(network, place);
  if (known.length > 0) return known;
  const unknownVpc: Place = {
    key: `VPC of ${place.key}`,
    name: `VPC of ${place.name}`,
    settledBy: place.settledBy ?? `the VPC of ${place.name}`,
    open: true,
    guard: always,
  };
  return [{ place, vpc: hint ?? unknownVpc, ofDefaultVpc: false }];
}

/** The subnet as the input states it, with the VPC that it names. */
function statedSubnets(network: Network, place: Place): readonly Subnet[] {
  const vpcs = network.remember(`VPCs of ${place.key}`, () =>
    (network.subnets.get(place.key) ?? []).flatMap(({ part, by, guard }) =>
      network.places(part.vpc, by).map((vpc) => ({ vpc, guard: and(guard, vpc.guard) })),
    ),
  );
  return vpcs.flatMap(({ vpc, guard }): readonly Subnet[] => {
    const both = and(place.guard, isAlways(guard) ? always : guard);
    return isPossible(both) ? [{ place: { ...place, guard: both }, vpc, ofDefaultVpc: false }] : [];
  });
}

/** Do two subnets share a VPC? */
export function sameVpc(left: Subnet, right: Subnet): 'yes' | 'no' | 'maybe' {
  return samePlace(left.vpc, right.vpc);
}
