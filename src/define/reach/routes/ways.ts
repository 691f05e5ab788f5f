import { and, type Guard, isPossible, not, or } from '../../../model/guard.ts';
import type { Destination } from '../network/destinations.ts';
import type { Network } from '../network/network.ts';
import type { Subnet } from '../network/network-interface.ts';
import type { Place } from '../network/place.ts';
import { everywhere, type Family } from '../packets/address.ts';
import { afterwards, undecided } from '../packets/packet-sets.ts';
import { allPorts, meet } from '../packets/passage.ts';
import { createPrefixTable, type PrefixTable } from '../packets/prefix-table.ts';
import { type Candidate, candidatesOf, guardedWay, mainWays, propagated, type Way } from './routes.ts';

/**
 * The ways out of a subnet towards these addresses: its route table by association, else the main one of the VPC. A table
 * answers the same for all of its subnets.
 */
export function findWaysOut(network: Network, subnet: Subnet, to: Destination): readonly Way[] {
  const tables = tablesOf(network, subnet);
  const ways = tables.associated.flatMap(({ table, guard }) =>
    waysByTable(network, table, to).flatMap((way) => guardedWay(way, guard)),
  );
  if (!isPossible(tables.rest)) return ways;
  return [...ways, ...mainWays(subnet, to.addresses).flatMap((way) => guardedWay(way, tables.rest))];
}

export interface Tables {
  readonly associated: readonly { readonly table: Place; readonly guard: Guard }[];
  /** When the main table of the VPC is in force. */
  readonly rest: Guard;
}

/** The route tables of a subnet, each under its guard. */
export function tablesOf(network: Network, { place, vpc }: Subnet): Tables {
  return network.remember(`tables ${place.key} of ${vpc.key}`, () => {
    const all = (network.tablesOfSubnets.get(place.key) ?? []).flatMap(({ part, by, guard }) =>
      network.places(part.table, by).map((table) => ({ table, guard: and(guard, table.guard) })),
    );
    return {
      associated: all.filter(({ guard }) => isPossible(guard)),
      rest: not(or(...all.map(({ guard }) => guard))),
    };
  });
}

function waysByTable(network: Network, table: Place, to: Destination): readonly Way[] {
  const find = () => findWays(network, table, to);
  return to.key === undefined ? find() : network.remember(`ways by ${table.key} ${to.family} ${to.key}`, find);
}

/** The routes that take packets to these addresses, the longest prefix first; each takes what those before it leave. */
function findWays(network: Network, table: Place, to: Destination): readonly Way[] {
  const ways: Way[] = [];
  let open = undecided(to.addresses);
  for (const { entry, kind, by, target } of candidatesFor(network, table, to)) {
    if (open.length === 0) break;
    const block = entry.doubt === undefined && { block: entry.addresses };
    for (const passage of meet(open, [{ ...entry, hops: entry.hops ?? [] }]))
      ways.push({ kind, passage, by, ...block, ...(target !== undefined && { target }) });
    const { hops: _, ...silent } = entry;
    open = afterwards(open, silent);
  }
  if (table.resource !== undefined && network.tables.has(table.key)) return ways;
  const doubt = table.settledBy ?? `the routes of ${table.name}`;
  const passage = { ports: allPorts, addresses: to.addresses, guard: [[]], hops: [], doubt };
  return [...ways, { kind: 'supplied', passage }];
}

/** A route with its place among all that the table states. */
interface Ordered extends Candidate {
  readonly order: number;
}

/** A route table, read: routes for blocks that are known by prefix, the others as they are stated. */
interface RouteTable {
  readonly known: PrefixTable<Ordered>;
  /** Which routes these are hangs on where packets go. */
  readonly others: readonly { readonly order: number; candidates(to: Destination): readonly Candidate[] }[];
}

function candidatesFor(network: Network, table: Place, to: Destination): readonly Ordered[] {
  const { family } = to;
  const { known, others } = network.remember(`route table ${table.key} ${family}`, () =>
    readTable(network, table, family),
  );
  const found = new Set(to.addresses.flatMap((range) => [...known.meeting(range)]));
  for (const { order, candidates } of others) for (const one of candidates(to)) found.add({ ...one, order });
  return [...found].sort((a, b) => b.prefix - a.prefix || a.rank - b.rank || a.order - b.order);
}

function readTable(network: Network, table: Place, family: Family): RouteTable {
  const stated = [
    ...(network.routes.get(table.key) ?? []).map((one) => (to: Destination) => candidatesOf(network, one, to)),
    ...(network.propagations.get(table.key) ?? []).map((one) => (to: Destination) => propagated(network, one, to)),
  ];
  const known: Ordered[] = [];
  const others: RouteTable['others'][number][] = [];
  for (const [order, candidates] of stated.entries()) {
    const whole = candidates({ family, addresses: everywhere[family] });
    if (whole.some(({ entry }) => entry.doubt !== undefined)) others.push({ order, candidates });
    else known.push(...whole.map((one, at) => ({ ...one, order: order + at / whole.length })));
  }
  const rows = known.flatMap((value) => value.entry.addresses.map((range) => ({ range, value })));
  return { known: createPrefixTable(rows), others };
}
