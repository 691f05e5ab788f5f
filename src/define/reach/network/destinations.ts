import { optionsOf } from '../../../catalog/answer.ts';
import { describeValue } from '../../../catalog/describe-value.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { Resource } from '../../../model/resource.ts';
import { textKey } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { everywhere, type Family, internet } from '../packets/address.ts';
import { blockOf } from '../packets/block-value.ts';
import { covers, type Ranges } from '../packets/ranges.ts';
import type { Network } from './network.ts';
import type { Subnet } from './network-interface.ts';
import { prefixListsOf } from './prefix-list.ts';

/** Addresses that packets are sent to; `key` names the set when others ask for the same. */
export interface Destination {
  readonly family: Family;
  readonly addresses: Ranges<bigint>;
  readonly key?: string;
  /** Blocks that hold the addresses and are not known, by their text: a route for one of them takes them all. */
  readonly texts?: ReadonlySet<string>;
}

/** A block that only deployment tells: longer than a route for everything. */
const ownBlock = 1;

/** Ties between routes of one prefix: static ones, those of prefix lists, propagated ones ("How route priority works"). */
export const ranks = { static: 0, list: 1, propagated: 2 } as const;

/** A block that a route is for. */
export interface Destined {
  readonly prefix: number;
  readonly rank: number;
  readonly guard: Guard;
  readonly value: Value;
  readonly entry: { readonly addresses: Ranges<bigint>; readonly doubt?: string };
}

/**
 * Where a block that is not known stands among routes: it may take private addresses from any other route, but is not
 * the one for the internet.
 */
export function openPrefix({ family, addresses }: Destination): number {
  return covers(internet[family], addresses) ? -1 : 129;
}

/**
 * The blocks that a route is for. One that is not known may take some traffic, never that of a route for all; a list of
 * AWS takes what goes to its service.
 */
export function destinationsOf(
  network: Network,
  destination: Value | undefined,
  by: Resource,
  to: Destination,
): readonly Destined[] {
  return optionsOf(destination).flatMap(({ guard, value }): readonly Destined[] => {
    if (value === undefined || value.kind === 'absent') return [];
    const block = blockOf(value);
    const { addresses } = to;
    // The id of a list is a hole like that of a block that is not known.
    if (block.kind === 'none' || (block.kind === 'open' && isStatedList(network, value, by)))
      return listed(network, { value, by, guard }, to);
    if (block.kind === 'open' && to.texts?.has(textKey(textOf(value) ?? [])) === true)
      return [{ prefix: ownBlock, rank: ranks.static, guard, value, entry: { addresses } }];
    if (block.kind === 'open') {
      const entry = { addresses, doubt: block.settledBy };
      return [{ prefix: openPrefix(to), rank: ranks.static, guard, value, entry }];
    }
    if (block.family !== to.family) return [];
    return [{ prefix: block.prefix, rank: ranks.static, guard, value, entry: { addresses: block.addresses } }];
  });
}

function isStatedList(network: Network, value: Value, by: Resource): boolean {
  return network.places(value, by).some(({ key }) => network.prefixLists.has(key));
}

function listed(
  network: Network,
  at: { readonly value: Value; readonly by: Resource; readonly guard: Guard },
  to: Destination,
): readonly Destined[] {
  const { value } = at;
  return prefixListsOf(network, value, at.by).flatMap((list): readonly Destined[] => {
    const guard = and(at.guard, list.guard);
    if (!isPossible(guard) || list.kind === 'managed') return [];
    if (list.kind === 'unknown') {
      const entry = { addresses: to.addresses, doubt: `the entries of ${describeValue(value)}` };
      return [{ prefix: openPrefix(to), rank: ranks.list, guard, value, entry }];
    }
    return list.blocks.flatMap((block) =>
      destinationsOf(network, block.cidr, block.by, to).flatMap((found) => {
        const both = and(guard, block.guard, found.guard);
        return isPossible(both) ? [{ ...found, guard: both, rank: ranks.list, value }] : [];
      }),
    );
  });
}

/** The addresses of a subnet as routes see them; all of the family when they are not known. */
export function destinationOf(network: Network, subnet: Subnet, family: Family): Destination {
  const key = `destination ${subnet.place.key} of ${subnet.vpc.key} ${family}`;
  return network.remember(key, () => findDestination(network, subnet, family));
}

function findDestination(network: Network, subnet: Subnet, family: Family): Destination {
  const own = (network.subnets.get(subnet.place.key) ?? []).flatMap(({ part }) => part.cidrs);
  const ofVpc = (network.vpcs.get(subnet.vpc.key) ?? []).flatMap(({ part }) => part.cidrs);
  const known = own.flatMap((cidr) => {
    const block = blockOf(cidr);
    return block.kind === 'known' && block.family === family ? block.addresses : [];
  });
  const texts = new Set([...own, ...ofVpc].map((cidr) => textKey(textOf(cidr) ?? [])));
  const key = `subnet ${subnet.place.key} of ${subnet.vpc.key}`;
  return { family, addresses: known.length > 0 ? known : everywhere[family], key, texts };
}
