import type { Outside } from '../groups/peer.ts';
import { everywhere, type Family, internet } from '../packets/address.ts';
import type { Ranges } from '../packets/ranges.ts';

/** Addresses outside of the resources given: the internet, or a block. */
export interface OutsideEnd {
  readonly family: Family;
  readonly addresses: Ranges<bigint>;
  /** Names the set of addresses. */
  readonly key: string;
  /** Routed over the internet, or over private networks. */
  readonly over: 'internet' | 'private';
  /** The service of AWS whose addresses they are. */
  readonly service?: string;
}

/** The internet as an end, by family. */
export const theInternet: Readonly<Record<Family, OutsideEnd>> = {
  v4: { family: 'v4', addresses: internet.v4, key: 'internet', over: 'internet' },
  v6: { family: 'v6', addresses: internet.v6, key: 'internet', over: 'internet' },
};

/** The internet over both families. */
export const internetEnds: readonly OutsideEnd[] = [theInternet.v4, theInternet.v6];

/** The addresses that a service of AWS calls from over the internet. */
export function publicAddressesOf(service: string): OutsideEnd {
  return { ...theInternet.v4, key: `addresses of ${service}`, service };
}

/** The interfaces that a service of AWS makes in a VPC for itself, in a security group that it makes as well. */
export function ownInterfacesOf(service: string): Outside {
  return { family: 'v4', addresses: everywhere.v4, key: `interfaces of ${service}`, service, hasOwnGroup: true };
}
