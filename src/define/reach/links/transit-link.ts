import { casesOf } from '../../../model/fact.ts';
import { and, isPossible } from '../../../model/guard.ts';
import type { Hop } from '../../../model/reach.ts';
import type { AclQuestion, Network } from '../network/network.ts';
import { type NetworkInterface, type Subnet, subnetAt } from '../network/network-interface.ts';
import { samePlace } from '../network/place.ts';
import { zoneOf } from '../network/zone.ts';
import { everywhere, type Family } from '../packets/address.ts';
import { allPorts, type Passage, type Stage } from '../packets/passage.ts';
import type { Protocol } from '../packets/rule-traffic.ts';
import type { Way } from '../routes/routes.ts';
import type { Ends, Link, Naming } from './link.ts';
import type { Attachment } from './transit.ts';
import { type Crossing, crossings } from './transit-crossing.ts';

/** The ways out of both subnets towards each other. */
interface Ways {
  readonly ends: Ends;
  readonly there: readonly Way[];
  readonly back: readonly Way[];
  readonly family: Family;
}

/**
 * Links over transit gateways: both subnets have routes to one, and its tables lead each way. `refusal` names what stops
 * it where routes lead to a transit gateway and no further.
 */
export function overTransit(
  network: Network,
  { ends, there, back, family }: Ways,
): { readonly links: readonly Link[]; readonly refusal?: Hop } {
  const out = there.filter(isTransit);
  const home = back.filter(isTransit);
  if (out.length === 0 || home.length === 0) return { links: [] };
  const { from, to } = ends;
  const forth = out.flatMap((way) => crossings(network, { way, from: from.subnet, to: to.subnet }, family));
  const answers = home.flatMap((way) => crossings(network, { way, from: to.subnet, to: from.subnet }, family));
  if (forth.length === 0) return { links: [], refusal: stopped(out, from.subnet, to.subnet) };
  if (answers.length === 0) return { links: [], refusal: stopped(home, to.subnet, from.subnet) };
  const links = forth.flatMap((one) => answers.flatMap((other) => linkOf(network, { one, other, ends }, family)));
  return { links };
}

function isTransit({ kind }: Way): boolean {
  return kind === 'transit-gateway';
}

function stopped(ways: readonly Way[], from: Subnet, to: Subnet): Hop {
  const [way] = ways;
  const gateway = way?.target;
  return {
    component: 'transit-gateway',
    because: `the tables of ${gateway?.name ?? 'the transit gateway'} lead nothing from ${from.vpc.name} to ${to.vpc.name}`,
    ...(gateway?.resource !== undefined && { resource: gateway.resource.id, origin: gateway.resource.origin }),
  };
}

function linkOf(
  network: Network,
  at: { readonly one: Crossing; readonly other: Crossing; readonly ends: Ends },
  family: Family,
): readonly Link[] {
  const { one, other, ends } = at;
  const guard = and(one.passage.guard, other.passage.guard);
  if (!isPossible(guard)) return [];
  const doubt = one.passage.doubt ?? other.passage.doubt;
  const passage: Passage = {
    ports: allPorts,
    addresses: everywhere[family],
    guard,
    hops: [...one.passage.hops, ...other.passage.hops],
    ...(doubt !== undefined && { doubt }),
  };
  const between = (protocol: Protocol) => aclsBetween(network, { ends, crossing: one }, { family, protocol });
  return [{ passages: [passage], naming: namingOf(network, one), between }];
}

/**
 * Inbound rules may name groups of VPCs on the same transit gateway where it and both attachments support that; outbound
 * ones may not ("Security group referencing", Amazon VPC Transit Gateways).
 */
function namingOf(network: Network, { gateway, leaving, arriving }: Crossing): Link['naming'] {
  if (leaving === undefined || arriving === undefined) return { ingress: 'yes', egress: 'yes' };
  const sides = [leaving, arriving];
  if (sides.some((side) => !network.places(side.part.gateway, side.by).some((one) => one.key === gateway.key)))
    return { ingress: 'no', egress: 'no' };
  const facts = [
    ...(network.transitGateways.get(gateway.key) ?? []).map(({ part }) => part.groupReferences),
    ...sides.map(({ part }) => part.groupReferences),
  ];
  const cases = facts.flatMap((fact) => casesOf(fact).map((option) => option.fact));
  if (cases.some((fact) => fact.kind === 'known' && !fact.value)) return { ingress: 'no', egress: 'no' };
  const open = cases.flatMap((fact) => (fact.kind === 'unknown' ? [fact.settledBy] : []))[0];
  const ingress: Naming = open === undefined ? 'yes' : { doubt: open };
  return { ingress, egress: 'no' };
}

/**
 * Network ACLs of the subnets of the attachments: what comes in from a VPC is checked as coming in there, what goes into
 * a VPC as going out ("How network ACLs work with transit gateways").
 */
function aclsBetween(
  network: Network,
  at: { readonly ends: Ends; readonly crossing: Crossing },
  how: { readonly family: Family; readonly protocol: Protocol },
): readonly Stage[] {
  const { from, to } = at.ends;
  const { leaving, arriving } = at.crossing;
  return [
    ...aclsAt(network, leaving, { end: from, ...how, direction: 'ingress' }),
    ...aclsAt(network, arriving, { end: to, ...how, direction: 'egress' }),
  ];
}

function aclsAt(
  network: Network,
  attachment: Attachment | undefined,
  at: AclQuestion & { readonly end: NetworkInterface },
): readonly Stage[] {
  if (attachment === undefined) return [];
  const { end } = at;
  const subnets = attachment.part.subnets
    .flatMap((value) => network.places(value, attachment.by))
    .flatMap((place) => subnetAt(network, place, end.subnet.vpc));
  const own = zoneOf(network, end.subnet.place);
  const inZone = subnets.filter(({ place }) => [own, undefined].includes(zoneOf(network, place)) || own === undefined);
  if (inZone.length === 0 || inZone.some(({ place }) => samePlace(place, end.subnet.place) === 'yes')) return [];
  const stages = inZone.map((subnet) => network.aclStage(subnet, at));
  const [first] = stages;
  return first === undefined ? [] : [{ ...first, passages: stages.flatMap(({ passages }) => passages) }];
}
