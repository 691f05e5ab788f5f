import type { Family } from './address.ts';
import { addressStage } from './address-stage.ts';
import { passagesKey } from './interface-class.ts';
import type { Network } from './network.ts';
import type { NetworkInterface } from './network-interface.ts';

const addressKeys = new WeakMap<NetworkInterface, Map<Family, string>>();

/** Equal for interfaces with equal public addresses. */
export function addressKey(network: Network, one: NetworkInterface, family: Family): string {
  const known = addressKeys.get(one) ?? new Map<Family, string>();
  addressKeys.set(one, known);
  const before = known.get(family);
  if (before !== undefined) return before;
  const { passages } = addressStage(network, one, family);
  const cited = passages.flatMap(({ hops }) => hops.map(({ because, resource }) => `${because} ${resource ?? ''}`));
  const key = passages.length === 0 ? '' : `${passagesKey(passages)} ${cited.join(' ')}`;
  known.set(family, key);
  return key;
}
