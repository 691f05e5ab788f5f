import { describeValue } from '../../catalog/describe-value.ts';
import { always, and, type Guard, isPossible, not, or } from '../../model/guard.ts';
import type { RouteTargetKind } from '../../model/network.ts';
import type { Hop } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';
import { type Destination, destinationsOf, ranks } from './destinations.ts';
import type { Network, Stated } from './network.ts';
import type { Subnet } from './network-interface.ts';
import { allPorts, type Entry, firstMatch, type Passage, under } from './passage.ts';
import { type Place, samePlace } from './place.ts';
import { networksBehind } from './private-lines.ts';
import type { Ranges } from './ranges.ts';

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

/**
 * The ways out of a subnet towards these addresses: its route table by association, else the main one of the VPC; among
 * routes the longest prefix wins. A route table that is not in the input has ways that nobody knows.
 */
export function waysOut(network: Network, subnet: Subnet, to: Destination): readonly Way[] {
  if (to.key === undefined) return findWays(network, subnet, to);
  const key = `ways ${subnet.place.key} ${subnet.vpc.key} ${to.family} ${to.key}`;
  return network.remember(key, () => findWays(network, subnet, to));
}

function findWays(network: Network, subnet: Subnet, to: Destination): readonly Way[] {
  const associated = (network.tablesOfSubnets.get(subnet.place.key) ?? []).flatMap(({ part, by, guard }) =>
    network.places(part.table, by).map((table) => ({ table, guard: and(guard, table.guard) })),
  );
  const ways = associated
    .filter(({ guard }) => isPossible(guard))
    .flatMap(({ table, guard }) => tableWays(network, table, to).map((way) => guardedWay(way, guard)));
  const rest = not(or(...associated.map(({ guard }) => guard)));
  const main = isPossible(rest) ? mainWays(subnet, to.addresses).map((way) => guardedWay(way, rest)) : [];
  return [...ways, ...main].flat();
}

function guardedWay(way: Way, guard: Guard): readonly Way[] {
  return under([way.passage], guard).map((passage) => ({ ...way, passage }));
}

/**
 * The main route table of a VPC of the input has the local route alone, since a template cannot add to it. The one of the
 * default VPC leads to an internet gateway ("Default VPCs", VPC user guide). Of any other VPC it is not known.
 */
function mainWays(subnet: Subnet, addresses: Ranges<bigint>): readonly Way[] {
  const passage = { ports: allPorts, addresses, guard: always };
  if (subnet.ofDefaultVpc) {
    const because = 'the default VPC leads to its internet gateway (AWS default)';
    return [{ kind: 'gateway', passage: { ...passage, hops: [{ component: 'route', because }] } }];
  }
  if (subnet.vpc.resource !== undefined && subnet.place.resource !== undefined) return [];
  const doubt = subnet.place.settledBy ?? subnet.vpc.settledBy ?? `the routes of ${subnet.place.name}`;
  return [{ kind: 'supplied', passage: { ...passage, hops: [], doubt } }];
}

interface Candidate {
  readonly prefix: number;
  readonly rank: number;
  readonly entry: Entry;
  readonly kind: Way['kind'];
  readonly by: Resource;
  readonly target: Place | undefined;
}

function tableWays(network: Network, table: Place, to: Destination): readonly Way[] {
  const routes = (network.routes.get(table.key) ?? []).flatMap((stated) => candidatesOf(network, stated, to));
  const taken = (network.propagations.get(table.key) ?? []).flatMap((stated) => propagated(network, stated, to));
  const candidates = [...routes, ...taken].sort((a, b) => b.prefix - a.prefix || a.rank - b.rank);
  const ways = candidates.flatMap((candidate, at) => {
    // The traffic that reaches this route is what no earlier one took.
    const earlier = candidates
      .slice(0, at)
      .map(({ entry }) => entry)
      .map(silent);
    const { target, kind, by, entry } = candidate;
    return firstMatch([...earlier, entry], to.addresses).map((passage): Way => {
      const block = entry.doubt === undefined && { block: entry.addresses };
      return { kind, passage, by, ...block, ...(target !== undefined && { target }) };
    });
  });
  if (table.resource !== undefined && network.tables.has(table.key)) return ways;
  const doubt = table.settledBy ?? `the routes of ${table.name}`;
  return [
    ...ways,
    { kind: 'supplied', passage: { ports: allPorts, addresses: to.addresses, guard: always, hops: [], doubt } },
  ];
}

/** The entry without its hops: it takes traffic away from later ones and gives none. */
function silent({ hops: _, ...entry }: Entry): Entry {
  return entry;
}

function candidatesOf(network: Network, stated: Stated<'route'>, to: Destination): readonly Candidate[] {
  const { part, by } = stated;
  const targets = network.places(part.target, by);
  return destinationsOf(network, part.destination, by, to).flatMap((match) => {
    const places: readonly (Place | undefined)[] = targets.length === 0 ? [undefined] : targets;
    return places.flatMap((target): readonly Candidate[] => {
      const guard = and(stated.guard, match.guard, target?.guard ?? always);
      if (!isPossible(guard)) return [];
      const entry: Entry = { ...match.entry, ports: allPorts, guard, hops: [hopOf(stated, match.value)] };
      const { prefix, rank } = match;
      return [{ prefix, rank, entry, kind: part.targetKind, by, target }];
    });
  });
}

/** Routes that a table takes over from a private gateway: those stated for its lines, or whatever they announce. */
function propagated(network: Network, stated: Stated<'route-propagation'>, to: Destination): readonly Candidate[] {
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
