import type { Family } from './address.ts';
import type { Ranges } from './ranges.ts';

/** Addresses outside of the resources given: the internet, or a block. */
export interface OutsideEnd {
  readonly family: Family;
  readonly addresses: Ranges<bigint>;
  /** Names the set of addresses. */
  readonly key: string;
  /** Routed over the internet, or over private networks. */
  readonly over: 'internet' | 'private';
}
