import { always, and, isPossible } from '../../model/guard.ts';
import type { Hop } from '../../model/questions.ts';
import { aclStage } from './acl-stage.ts';
import { everywhere, type Family } from './address.ts';
import { passStages } from './from-outside.ts';
import { groupStage } from './group-stage.ts';
import type { Network } from './network.ts';
import { type NetworkInterface, type Subnet, sameVpc } from './network-interface.ts';
import { allPorts, type Passage, type Stage } from './passage.ts';
import { samePlace } from './place.ts';
import { blockOf, inside } from './remote.ts';
import { type Way, waysOut } from './route-stage.ts';
import type { Protocol } from './rule-traffic.ts';

/** Can one interface open a connection to another by private addresses: in one VPC, or over a peering connection? */
export function between(
  network: Network,
  ends: { readonly from: NetworkInterface; readonly to: NetworkInterface },
  how: { readonly family: Family; readonly protocol: Protocol },
): { readonly passages: readonly Passage[]; readonly refusal?: Hop } {
  const { from, to } = ends;
  const { family, protocol } = how;
  const guard = and(from.guard, to.guard);
  if (!isPossible(guard))
    return { passages: [], refusal: { component: 'placement', because: 'the two never exist together' } };
  const there = { protocol, remote: inside(network, to, family) };
  const back = { protocol, remote: inside(network, from, family) };
  const isSameSubnet = samePlace(from.subnet.place, to.subnet.place) === 'yes';
  const acls = isSameSubnet
    ? []
    : [
        aclStage(network, from.subnet, { ...there, direction: 'egress' }),
        aclStage(network, to.subnet, { ...back, direction: 'ingress' }),
      ];
  const stages = [
    connectionStage(network, ends, family),
    groupStage(network, from, { ...there, direction: 'egress' }),
    ...acls,
    groupStage(network, to, { ...back, direction: 'ingress' }),
  ];
  return passStages(stages, { ...to, guard });
}

/** The local route serves every pair of subnets of a VPC; between VPCs both sides need routes over the same peering. */
export function connectionStage(
  network: Network,
  { from, to }: { readonly from: NetworkInterface; readonly to: NetworkInterface },
  family: Family,
): Stage {
  const whole = { ports: allPorts, addresses: everywhere[family], guard: always, hops: [] };
  const same = sameVpc(from.subnet, to.subnet);
  const refusal: Hop = {
    component: 'route',
    because: `no route leads from ${from.subnet.vpc.name} to ${to.subnet.vpc.name} and back`,
    ...(from.subnet.place.resource !== undefined && {
      resource: from.subnet.place.resource.id,
      origin: from.subnet.place.resource.origin,
    }),
  };
  if (same === 'yes') return { passages: [whole], refusal };
  if (same === 'maybe') {
    const doubt = from.subnet.vpc.settledBy ?? to.subnet.vpc.settledBy ?? 'the VPCs of both';
    return { passages: [{ ...whole, doubt }], refusal };
  }
  return { passages: overPeering(network, { from: from.subnet, to: to.subnet }, family), refusal };
}

function overPeering(
  network: Network,
  { from, to }: { readonly from: Subnet; readonly to: Subnet },
  family: Family,
): readonly Passage[] {
  const there = waysOut(network, from, { family, addresses: blocksOf(network, to, family) });
  const back = waysOut(network, to, { family, addresses: blocksOf(network, from, family) });
  return there.flatMap((way) => back.flatMap((other) => joinedWays(network, { way, other }, { from, to, family })));
}

function joinedWays(
  network: Network,
  { way, other }: { readonly way: Way; readonly other: Way },
  ends: { readonly from: Subnet; readonly to: Subnet; readonly family: Family },
): readonly Passage[] {
  const guard = and(way.passage.guard, other.passage.guard);
  if (!isPossible(guard)) return [];
  const hops = [...way.passage.hops, ...other.passage.hops];
  const doubt = way.passage.doubt ?? other.passage.doubt;
  const whole = { ports: allPorts, addresses: everywhere[ends.family], guard, hops };
  if (way.kind === 'transit-gateway' && other.kind === 'transit-gateway')
    return [{ ...whole, doubt: `the routes of ${way.target?.name ?? 'the transit gateway'}` }];
  if (way.kind === 'supplied' || other.kind === 'supplied') {
    const supplied = [way, other].every(({ kind }) => kind === 'supplied' || kind === 'peering');
    return supplied && doubt !== undefined ? [{ ...whole, doubt }] : [];
  }
  if (way.kind !== 'peering' || other.kind !== 'peering' || way.target?.key !== other.target?.key) return [];
  if (!connects(network, way, ends)) return [];
  return [{ ...whole, ...(doubt !== undefined && { doubt }) }];
}

/** A peering connection serves its own two VPCs and no third one. */
function connects(network: Network, way: Way, ends: { readonly from: Subnet; readonly to: Subnet }): boolean {
  return (network.peerings.get(way.target?.key ?? '') ?? []).some(({ part, by }) => {
    const sides = [part.vpc, part.peer].map((side) => network.places(side, by));
    const [left = [], right = []] = sides;
    const is = (places: typeof left, subnet: Subnet) => places.some((place) => samePlace(place, subnet.vpc) !== 'no');
    return (is(left, ends.from) && is(right, ends.to)) || (is(right, ends.from) && is(left, ends.to));
  });
}

/** The addresses of a subnet; all of the family when they are not known. */
function blocksOf(network: Network, subnet: Subnet, family: Family) {
  const stated = (network.subnets.get(subnet.place.key) ?? []).flatMap(({ part }) => part.cidrs);
  const known = stated.flatMap((cidr) => {
    const block = blockOf(cidr);
    return block.kind === 'known' && block.family === family ? block.addresses : [];
  });
  return known.length > 0 ? known : everywhere[family];
}
