import { describeValue } from '../../../catalog/describe-value.ts';
import { always, and, type Guard, isPossible } from '../../../model/guard.ts';
import type { RouteTargetKind } from '../../../model/network.ts';
import type { Hop } from '../../../model/reach.ts';
import type { Resource } from '../../../model/resource.ts';
import type { Value } from '../../../model/value.ts';
import { type Destination, destinationsOf, ranks } from '../network/destinations.ts';
import type { Network, Stated } from '../network/network.ts';
import type { Subnet } from '../network/network-interface.ts';
import { type Place, samePlace } from '../network/place.ts';
import { networksBehind } from '../outside/private-lines.ts';
import type { Decided } from '../packets/packet-sets.ts';
import { allPorts, type Passage, under } from '../packets/passage.ts';
import type { Ranges } from '../packets/ranges.ts';

/** Where packets that leave a subnet for some addresses go. */
export interface Way {
  readonly kind: RouteTargetKind | 'local' | 'supplied';
  readonly passage: Passage;
  /** The addresses that the route speaks of; absent when they are not known. */
  readonly block?: Ranges<bigint>;
  /** The target, and the resource that states the route; absent for what AWS sets up itself. */
  readonly target?: Place;
  readonly by?: Resource;
}

/** A way under a further guard; none when that cannot be. */
export function guardedWay(way: Way, guard: Guard): readonly Way[] {
  return under([way.passage], guard).map((passage) => ({ ...way, passage }));
}

/**
 * The main route table of a VPC of the input has the local route alone, since a template cannot add to it. The one of the
 * default VPC leads to an internet gateway ("Default VPCs", VPC user guide). Of any other VPC it is not known.
 */
export function mainWays(subnet: Subnet, addresses: Ranges<bigint>): readonly Way[] {
  const passage = { ports: allPorts, addresses, guard: always };
  if (subnet.ofDefaultVpc) {
    const because = 'the default VPC leads to its internet gateway (AWS default)';
    return [{ kind: 'gateway', passage: { ...passage, hops: [{ component: 'route', because }] } }];
  }
  if (subnet.vpc.resource !== undefined && subnet.place.resource !== undefined) return [];
  const doubt = subnet.place.settledBy ?? subnet.vpc.settledBy ?? `the routes of ${subnet.place.name}`;
  return [{ kind: 'supplied', passage: { ...passage, hops: [], doubt } }];
}

export interface Candidate {
  readonly prefix: number;
  readonly rank: number;
  readonly entry: Decided;
  readonly kind: Way['kind'];
  readonly by: Resource;
  readonly target: Place | undefined;
}

/** The routes that a statement makes for packets to some addresses. */
export function candidatesOf(network: Network, stated: Stated<'route'>, to: Destination): readonly Candidate[] {
  const { part, by } = stated;
  const targets = network.places(part.target, by);
  return destinationsOf(network, part.destination, by, to).flatMap((match) => {
    const places: readonly (Place | undefined)[] = targets.length === 0 ? [undefined] : targets;
    return places.flatMap((target): readonly Candidate[] => {
      const guard = and(stated.guard, match.guard, target?.guard ?? always);
      if (!isPossible(guard)) return [];
      const entry: Decided = { ...match.entry, ports: allPorts, guard, hops: [hopOf(stated, match.value)] };
      const { prefix, rank } = match;
      return [{ prefix, rank, entry, kind: part.targetKind, by, target }];
    });
  });
}

/** Routes that a table takes over from a private gateway: those stated for its lines, or whatever they announce. */
export function propagated(
  network: Network,
  stated: Stated<'route-propagation'>,
  to: Destination,
): readonly Candidate[] {
  return network.places(stated.part.gateway, stated.by).flatMap((target) => {
    const guard = and(stated.guard, target.guard);
    if (!isPossible(guard)) return [];
    return networksBehind(network, target, to).map(({ prefix, entry, by, because }): Candidate => {
      const hop: Hop = { component: 'route', because, resource: by.id, origin: by.origin };
      const both = and(guard, entry.guard);
      return {
        prefix,
        rank: ranks.propagated,
        entry: { ...entry, guard: both, hops: [hop] },
        kind: 'gateway',
        by,
        target,
      };
    });
  });
}

function hopOf({ part, by }: Stated<'route'>, value: Value | undefined): Hop {
  const to = value === undefined ? 'somewhere' : describeValue(value);
  const target = part.target === undefined ? part.targetKind : describeValue(part.target);
  return { component: 'route', because: `route ${to} leads to ${target}`, resource: by.id, origin: by.origin };
}

/** How an internet gateway serves a subnet. */
export interface GatewayUse {
  readonly guard: Guard;
  readonly hops: readonly Hop[];
  readonly doubt?: string;
}

/** Is the internet gateway that a route leads to attached to the VPC? `hops` say how; a doubt names what would tell. */
export function gatewayOf(network: Network, way: Way, subnet: Subnet): GatewayUse | undefined {
  const { target } = way;
  if (target === undefined) return way.by === undefined ? { guard: always, hops: [] } : undefined;
  if (target.resource === undefined) {
    if (target.name.startsWith('igw-')) return { guard: always, hops: [gatewayHop(target)] };
    return target.open && target.settledBy !== undefined
      ? { guard: always, hops: [], doubt: target.settledBy }
      : undefined;
  }
  return network.gateways.has(target.key) ? gatewayAttachment(network, target, subnet) : undefined;
}

/** How a gateway is attached to the VPC of a subnet; undefined when it is not. */
export function gatewayAttachment(network: Network, gateway: Place, subnet: Subnet): GatewayUse | undefined {
  for (const { part, by, guard } of network.attachments.get(gateway.key) ?? []) {
    for (const vpc of network.places(part.vpc, by)) {
      const same = samePlace(vpc, subnet.vpc);
      const both = and(guard, vpc.guard);
      if (same === 'no' || !isPossible(both)) continue;
      const kind = network.privateGateways.has(gateway.key) ? 'private gateway' : 'internet gateway';
      const hop: Hop = { ...gatewayHop(gateway, kind), origin: by.origin };
      const doubt = same === 'maybe' ? (vpc.settledBy ?? subnet.vpc.settledBy) : undefined;
      return { guard: both, hops: [hop], ...(doubt !== undefined && { doubt }) };
    }
  }
  return undefined;
}

function gatewayHop(gateway: Place, kind = 'internet gateway'): Hop {
  return {
    component: 'gateway',
    because: `${kind} ${gateway.name} is attached to the VPC`,
    ...(gateway.resource !== undefined && { resource: gateway.resource.id, origin: gateway.resource.origin }),
  };
}
