import type { Fact } from '../../../model/fact.ts';
import { passagesKey } from '../network/interface-class.ts';
import type { Network } from '../network/network.ts';
import type { NetworkInterface } from '../network/network-interface.ts';
import type { Family } from '../packets/address.ts';
import { addressStage } from './address-stage.ts';

const keys = new WeakMap<NetworkInterface, string>();

/** Equal for interfaces of one subnet with equal public addresses, of both families. */
export function addressKey(network: Network, one: NetworkInterface): string {
  const known = keys.get(one);
  if (known !== undefined) return known;
  const key = plainKey(network, one) ?? `${citedKey(network, one, 'v4')} / ${citedKey(network, one, 'v6')}`;
  keys.set(one, key);
  return key;
}

/** Most interfaces have what their subnet gives and no address of their own. */
function plainKey(network: Network, { resource, placement }: NetworkInterface): string | undefined {
  const { publicAddress, ipv6Address, interfaces = [] } = placement;
  const own = interfaces.length > 0 || network.publicAddresses.has(resource.id);
  const isPlain = (fact: Fact<string> | undefined) =>
    fact === undefined || (fact.kind === 'known' && fact.value !== 'yes');
  if (own || !isPlain(publicAddress) || !isPlain(ipv6Address)) return undefined;
  const word = (fact: Fact<string> | undefined) => (fact?.kind === 'known' ? fact.value : '');
  return `${word(publicAddress)} ${word(ipv6Address)}`;
}

function citedKey(network: Network, one: NetworkInterface, family: Family): string {
  const { passages } = addressStage(network, one, family);
  const cited = passages.flatMap(({ hops }) => hops.map(({ because, resource }) => `${because} ${resource ?? ''}`));
  return `${passagesKey(passages)} ${cited.join(' ')}`;
}
