import { and, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import { textKey } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import { destinationOf } from '../network/destinations.ts';
import type { Network } from '../network/network.ts';
import { type NetworkInterface, type Subnet, sameVpc } from '../network/network-interface.ts';
import { samePlace } from '../network/place.ts';
import { everywhere, type Family } from '../packets/address.ts';
import { blockOf } from '../packets/block-value.ts';
import { allPorts, meet, type Passage, type Stage } from '../packets/passage.ts';
import { covers } from '../packets/ranges.ts';
import { appliancesAt } from '../routes/appliance.ts';
import type { Way } from '../routes/routes.ts';
import type { Ends, Link, Naming } from './link.ts';
import { overTransit } from './transit-link.ts';

/** Targets of routes that may lead into another VPC. */
const joining: ReadonlySet<Way['kind']> = new Set(['supplied', 'peering', 'transit-gateway', 'cloud-wan']);

const nothing = () => [];
const named = { ingress: 'yes', egress: 'yes' } as const;

/** All links between two interfaces, and what to say when there are none. */
export function linksBetween(
  network: Network,
  ends: Ends,
  family: Family,
): { readonly links: readonly Link[]; readonly refusal: Hop } {
  const { from, to } = ends;
  const whole: Passage = { ports: allPorts, addresses: everywhere[family], guard: [[]], hops: [] };
  const refusal = noLink(from.subnet, to.subnet);
  const same = sameVpc(from.subnet, to.subnet);
  if (same === 'yes') return localLink(network, ends, family);
  if (same === 'maybe') {
    const doubt = from.subnet.vpc.settledBy ?? to.subnet.vpc.settledBy ?? 'the VPCs of both';
    return { links: [{ passages: [{ ...whole, doubt }], naming: named, between: nothing }], refusal };
  }
  const there = network.waysOut(from.subnet, destinationOf(network, to.subnet, family));
  const back = network.waysOut(to.subnet, destinationOf(network, from.subnet, family));
  const pairs = there.flatMap((way) => back.map((other) => ({ way, other })));
  const peered = pairs.flatMap((pair) => peeringLink(network, { ...pair, ends }, family));
  const transit = overTransit(network, { ends, there, back, family });
  return { links: [...peered, ...transit.links], refusal: transit.refusal ?? refusal };
}

function noLink(from: Subnet, to: Subnet): Hop {
  return {
    component: 'route',
    because: `no route leads from ${from.vpc.name} to ${to.vpc.name} and back`,
    ...(from.place.resource !== undefined && { resource: from.place.resource.id, origin: from.place.resource.origin }),
  };
}

/**
 * The local route serves every pair of subnets of a VPC, but for what a more specific route sends through an appliance
 * ("Replace or restore the target for a local route", "Middlebox routing", VPC user guide).
 */
function localLink(
  network: Network,
  { from, to }: Ends,
  family: Family,
): { readonly links: readonly Link[]; readonly refusal: Hop } {
  const whole: Passage = { ports: allPorts, addresses: everywhere[family], guard: [[]], hops: [] };
  const refusal = noLink(from.subnet, to.subnet);
  if (samePlace(from.subnet.place, to.subnet.place) === 'yes')
    return { links: [{ passages: [whole], naming: named, between: nothing }], refusal };
  const detours = [detour(network, from.subnet, to.subnet, family), detour(network, to.subnet, from.subnet, family)];
  let passages: readonly Passage[] = [whole];
  for (const stage of detours.flatMap((one) => one ?? [])) {
    passages = meet(passages, stage.passages);
    if (passages.length === 0) return { links: [], refusal: stage.refusal };
  }
  return { links: [{ passages, naming: named, between: nothing }], refusal };
}

/** The appliances that routes within the VPC send packets to; undefined when the local route holds. */
function detour(network: Network, from: Subnet, to: Subnet, family: Family): Stage | undefined {
  const blocks = (network.vpcs.get(from.vpc.key) ?? []).flatMap(({ part }) =>
    part.cidrs.map(blockOf).flatMap((block) => (block.kind === 'known' && block.family === family ? [block] : [])),
  );
  const ways = network
    .waysOut(from, destinationOf(network, to, family))
    .filter(
      ({ block, kind }) =>
        block !== undefined &&
        (kind === 'endpoint' || kind === 'interface' || kind === 'instance') &&
        blocks.some(({ addresses }) => covers(addresses, block)),
    );
  const stages = ways.flatMap((way) =>
    appliancesAt(network, way.target, way.kind).map(({ guard, hop, passes, doubt }) => {
      const passage = { ...way.passage, addresses: everywhere[family], hops: [...way.passage.hops, hop] };
      const open = { ...passage, guard: and(passage.guard, guard), ...(doubt !== undefined && { doubt }) };
      return { passages: passes ? [open] : [], refusal: { ...hop, because: `${hop.because}, which drops them` } };
    }),
  );
  const [first] = stages;
  return first === undefined ? undefined : { passages: stages.flatMap((one) => one.passages), refusal: first.refusal };
}

/** A peering connection serves its own two VPCs and no third one; both sides need routes over it. */
function peeringLink(
  network: Network,
  at: { readonly way: Way; readonly other: Way; readonly ends: Ends },
  family: Family,
): readonly Link[] {
  const { way, other, ends } = at;
  const guard = and(way.passage.guard, other.passage.guard);
  if (!isPossible(guard)) return [];
  const hops = [...way.passage.hops, ...other.passage.hops];
  const doubt = way.passage.doubt ?? other.passage.doubt;
  const whole: Passage = { ports: allPorts, addresses: everywhere[family], guard, hops };
  if (way.kind === 'supplied' || other.kind === 'supplied') {
    const mayMeet = [way, other].every(({ kind }) => joining.has(kind));
    return mayMeet && doubt !== undefined ? [{ passages: [{ ...whole, doubt }], naming: named, between: nothing }] : [];
  }
  if (way.kind === 'cloud-wan' && other.kind === 'cloud-wan') {
    const wan = `the policy of core network ${way.target?.name ?? ''}`.trim();
    return [{ passages: [{ ...whole, doubt: doubt ?? wan }], naming: named, between: nothing }];
  }
  if (way.kind !== 'peering' || other.kind !== 'peering' || way.target?.key !== other.target?.key) return [];
  const naming = namingOver(network, way, ends);
  if (naming === undefined) return [];
  const passage = { ...whole, ...(doubt !== undefined && { doubt }) };
  return [{ passages: [passage], naming: { ingress: naming, egress: naming }, between: nothing }];
}

/**
 * Undefined when the peering connection does not join the two VPCs. Groups of a peer in another region cannot be named
 * ("Update your security groups to reference peer security groups", VPC peering guide).
 */
function namingOver(network: Network, way: Way, ends: Ends): Naming | undefined {
  for (const { part, by } of network.peerings.get(way.target?.key ?? '') ?? []) {
    const [left = [], right = []] = [part.vpc, part.peer].map((side) => network.places(side, by));
    const is = (places: typeof left, { subnet }: NetworkInterface) =>
      places.some((place) => samePlace(place, subnet.vpc) !== 'no');
    const joins = (is(left, ends.from) && is(right, ends.to)) || (is(right, ends.from) && is(left, ends.to));
    if (!joins) continue;
    if (part.peerRegion === undefined) return 'yes';
    const own = textKey(network.base.deploymentOf(by.id).region);
    return textKey(textOf(part.peerRegion) ?? []) === own ? 'yes' : 'no';
  }
  return undefined;
}
