import { destinationOf, destinationsOf } from '../network/destinations.ts';
import type { Network } from '../network/network.ts';
import type { Subnet } from '../network/network-interface.ts';
import type { Family } from '../packets/address.ts';
import { intersect } from '../packets/ranges.ts';
import { type Appliance, appliancesAt } from './appliance.ts';
import type { Way } from './routes.ts';

/**
 * The appliances that the route table of a gateway sends packets for a subnet through ("Control traffic entering your VPC
 * with a gateway route table", VPC user guide). A gateway without a table delivers by itself.
 */
export function gatewayDetours(network: Network, way: Way, subnet: Subnet, family: Family): readonly Appliance[] {
  const to = destinationOf(network, subnet, family);
  return (network.tablesOfGateways.get(way.target?.key ?? '') ?? [])
    .flatMap(({ part, by }) => network.places(part.table, by))
    .flatMap((table) => network.routes.get(table.key) ?? [])
    .filter(({ part }) => part.targetKind === 'endpoint' || part.targetKind === 'interface')
    .filter(({ part, by }) =>
      destinationsOf(network, part.destination, by, to).some(
        ({ entry }) => intersect(entry.addresses, to.addresses).length > 0,
      ),
    )
    .flatMap(({ part, by }) =>
      network.places(part.target, by).flatMap((target) => appliancesAt(network, target, part.targetKind)),
    );
}
