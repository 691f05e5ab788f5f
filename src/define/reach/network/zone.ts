import { literalOf } from '../../../model/text.ts';
import { textOf } from '../../../model/value.ts';
import type { Network } from './network.ts';
import type { Place } from './place.ts';

/** The availability zone of a subnet, where its template names it. */
export function zoneOf(network: Network, subnet: Place): string | undefined {
  const zones = (network.subnets.get(subnet.key) ?? []).flatMap(({ part }) => {
    const text = part.availabilityZone === undefined ? undefined : textOf(part.availabilityZone);
    return text === undefined ? [] : (literalOf(text) ?? []);
  });
  return zones.length === 1 ? zones[0] : undefined;
}
