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
  const stated = placement.securityGroups
    .flatMap((value) => network.places(value, resource))
    .flatMap(asGroups(network));
  const subnets = subnetsOf(network, resource, placement, stated);
  return subnets.flatMap((subnet) => {
    const both = and(guard, subnet.place.guard);
    if (!isPossible(both)) return [];
    return [{ resource, placement, subnet, groups: groupsAt(network, { placement, stated, subnet }), guard: both }];
  });
}

/** "If you do not specify a security group, the default one of the VPC is used": also where a condition takes them away. */
function groupsAt(
  network: Network,
  at: { readonly placement: Placement; readonly stated: readonly Place[]; readonly subnet: Subnet },
): readonly Place[] {
  const { placement, stated, subnet } = at;
  if (placement.unfiltered === true) return [];
  const none = not(or(...stated.map((group) => group.guard)));
  return isPossible(none) ? [...stated, ...defaultGroups(network, subnet.vpc, none)] : stated;
}

const ofVpc = 'default group of ';

/**
 * The default security group of a VPC, which the template can name as an attribute of the VPC; the resource that takes it
 * over where there is one.
 */
function defaultGroups(network: Network, vpc: Place, when: Guard): readonly Place[] {
  const adopted = adoptedGroups(network).get(vpc.key) ?? [];
  const name = `default security group of ${vpc.name}`;
  const own = { key: ofVpc + vpc.key, name, open: vpc.open, guard: not(or(...adopted.map(({ guard }) => guard))) };
  return [...adopted, own].flatMap((group) => {
    const guard = and(group.guard, when);
    return isPossible(guard) ? [{ ...group, guard }] : [];
  });
}

function adoptedGroups(network: Network): ReadonlyMap<string, readonly Place[]> {
  return network.remember('adopted default groups', () => {
    const found = new Map<string, Place[]>();
    for (const { part, by, guard } of [...network.groups.values()].flat())
      for (const vpc of part.isDefault === true ? network.places(part.vpc, by) : []) {
        const own: Place = { key: by.id, resource: by, name: by.address, open: false, guard: and(guard, vpc.guard) };
        found.set(vpc.key, [...(found.get(vpc.key) ?? []), own]);
      }
    return found;
  });
}

export function isDefaultGroup({ key }: Place): boolean {
  return key.startsWith(ofVpc);
}

/** The key of the VPC whose default group this is. */
export function vpcOfDefaultGroup({ key }: Place): string {
  return key.slice(ofVpc.length);
}

/** A VPC in the place of a group means its default group. */
export function asGroups(network: Network): (place: Place) => readonly Place[] {
  return (place) =>
    place.resource !== undefined && network.vpcs.has(place.key) && !network.groups.has(place.key)
      ? defaultGroups(network, place, place.guard)
      : [place];
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
  const vpc = vpcHint ?? defaultVpcAt(network, resource);
  if (vpcHint === undefined || isDefaultVpc(network, vpc))
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
  const vpc = hint ?? unknownVpc;
  return [{ place, vpc, ofDefaultVpc: isDefaultVpc(network, vpc) }];
}

/** The subnet as the input states it, with the VPC that it names. */
function statedSubnets(network: Network, place: Place): readonly Subnet[] {
  const vpcs = network.remember(`VPCs of ${place.key}`, () =>
    (network.subnets.get(place.key) ?? []).flatMap(({ part, by, guard }) =>
      (part.vpc === undefined ? [defaultVpcAt(network, by)] : network.places(part.vpc, by)).map((vpc) => ({
        vpc,
        guard: and(guard, vpc.guard),
      })),
    ),
  );
  return vpcs.flatMap(({ vpc, guard }): readonly Subnet[] => {
    const both = and(place.guard, isAlways(guard) ? always : guard);
    const ofDefaultVpc = isDefaultVpc(network, vpc);
    return isPossible(both) ? [{ place: { ...place, guard: both }, vpc, ofDefaultVpc }] : [];
  });
}

/** The default VPC of the account and region of a resource: as the input has it, else as AWS makes it. */
function defaultVpcAt(network: Network, resource: Resource): Place {
  const made = defaultVpcOf(network.base, resource);
  const stated = network.remember(`default VPC ${made.key}`, () =>
    [...network.vpcs.values()]
      .flat()
      .find(({ part, by }) => part.isDefault === true && defaultVpcOf(network.base, by).key === made.key),
  );
  if (stated === undefined) return made;
  const { by } = stated;
  return { key: by.id, resource: by, name: by.address, open: false, guard: always };
}

function isDefaultVpc(network: Network, { key }: Place): boolean {
  return key.startsWith('default-vpc ') || (network.vpcs.get(key) ?? []).some(({ part }) => part.isDefault === true);
}

/** Do two subnets share a VPC? */
export function sameVpc(left: Subnet, right: Subnet): 'yes' | 'no' | 'maybe' {
  return samePlace(left.vpc, right.vpc);
}
