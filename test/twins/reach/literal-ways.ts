import type { Destination } from '../../../src/define/reach/network/destinations.ts';
import type { Network } from '../../../src/define/reach/network/network.ts';
import type { Subnet } from '../../../src/define/reach/network/network-interface.ts';
import type { Place } from '../../../src/define/reach/network/place.ts';
import { allPorts } from '../../../src/define/reach/packets/passage.ts';
import { candidatesOf, guardedWay, mainWays, propagated, type Way } from '../../../src/define/reach/routes/routes.ts';
import { always, and, isPossible, not, or } from '../../../src/model/guard.ts';
import { type Entry, firstMatch } from './first-match.ts';

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
