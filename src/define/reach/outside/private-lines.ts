import { casesOf } from '../../../model/fact.ts';
import { and, type Guard, isPossible } from '../../../model/guard.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Destination, destinationsOf, openPrefix } from '../network/destinations.ts';
import type { Network } from '../network/network.ts';
import type { Place } from '../network/place.ts';
import type { Decided } from '../packets/packet-sets.ts';
import { allPorts } from '../packets/passage.ts';
import { intersect } from '../packets/ranges.ts';

/** A network that a line of a private gateway leads to, as an entry of a list of routes. */
export interface NetworkBehind {
  readonly prefix: number;
  readonly entry: Decided;
  readonly by: Resource;
  readonly because: string;
}

/** Is it the VPC's end of private lines? A literal id says so by itself. */
export function isPrivateGateway(network: Network, place: Place): boolean {
  return network.privateGateways.has(place.key) || /^vgw-/.test(place.name);
}

/**
 * The networks that are reached over a private gateway: those stated for a line, or an entry with a doubt for what the
 * other end of a line announces, and for lines that are not in the input.
 */
export function networksBehind(network: Network, gateway: Place, to: Destination): readonly NetworkBehind[] {
  const lines = network.privateLines.get(gateway.key) ?? [];
  if (lines.length === 0) {
    const by = gateway.resource;
    const doubt = gateway.settledBy ?? `the lines of ${gateway.name}`;
    return by === undefined ? [] : [open(to, { by, doubt, guard: gateway.guard })];
  }
  return lines.flatMap(({ part, by, guard }) =>
    casesOf(part.routes).flatMap((option): readonly NetworkBehind[] => {
      const both = and(guard, option.guard);
      if (!isPossible(both)) return [];
      if (option.fact.kind === 'unknown') return [open(to, { by, doubt: option.fact.settledBy, guard: both })];
      if (option.fact.value === 'stated') return statedNetworks(network, by, both, to);
      return [open(to, { by, doubt: `the networks that ${by.address} announces`, guard: both })];
    }),
  );
}

function statedNetworks(network: Network, line: Resource, when: Guard, to: Destination): readonly NetworkBehind[] {
  return (network.privateLineRoutes.get(line.id) ?? []).flatMap((route) =>
    destinationsOf(network, route.part.destination, route.by, to).flatMap((found): readonly NetworkBehind[] => {
      const guard = and(when, route.guard, found.guard);
      if (!isPossible(guard) || intersect(found.entry.addresses, to.addresses).length === 0) return [];
      const because = `${line.address} leads there`;
      return [{ prefix: found.prefix, entry: { ...found.entry, ports: allPorts, guard }, by: route.by, because }];
    }),
  );
}

function open(
  to: Destination,
  of: { readonly by: Resource; readonly doubt: string; readonly guard: Guard },
): NetworkBehind {
  const { by, doubt, guard } = of;
  const because = `${by.address} may lead there`;
  return { prefix: openPrefix(to), entry: { ports: allPorts, addresses: to.addresses, guard, doubt }, by, because };
}
