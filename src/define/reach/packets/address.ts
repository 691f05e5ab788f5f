import { addressBlock } from '../../ip-address.ts';
import { type Range, type Ranges, subtract } from './ranges.ts';

export type Family = 'v4' | 'v6';

/** A block of addresses in CIDR notation, as numbers. */
export interface Block {
  readonly family: Family;
  readonly range: Range<bigint>;
  /** Length of the prefix: the longest one wins among routes. */
  readonly prefix: number;
}

const parsed = new Map<string, Block | undefined>();

/** `10.0.0.0/8`, `::/0`, or a single address; undefined when it is neither. Bits after the prefix are dropped. */
export function parseBlock(text: string): Block | undefined {
  if (!parsed.has(text)) parsed.set(text, parse(text));
  return parsed.get(text);
}

function parse(text: string): Block | undefined {
  const found = addressBlock(text);
  if (found === undefined) return undefined;
  const { version, first, last, prefix } = found;
  return { family: version === 4 ? 'v4' : 'v6', range: { from: first, end: last + 1n }, prefix };
}

function block(text: string): Range<bigint> {
  const found = parseBlock(text);
  if (found === undefined) throw new Error(`${text} is no block of addresses`);
  return found.range;
}

/** All addresses of a family. */
export const everywhere: Readonly<Record<Family, Ranges<bigint>>> = {
  v4: [block('0.0.0.0/0')],
  v6: [block('::/0')],
};

/** Addresses that are never routed on the internet (IANA special-purpose registries, RFC 6890). */
const notOnInternet = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
].map(block);

/** Who can be on the internet: public IPv4 addresses, global unicast IPv6 addresses. */
export const internet: Readonly<Record<Family, Ranges<bigint>>> = {
  v4: subtract(everywhere.v4, notOnInternet),
  v6: [block('2000::/3')],
};

/**
 * A set of sources counts as the internet when it is larger than one /8 of IPv4 or one /32 of IPv6: AWS draws the same
 * line when it calls a policy public ("The meaning of public", Amazon S3 user guide). Smaller sets are certain parties.
 */
export const widest: Readonly<Record<Family, bigint>> = { v4: 1n << 24n, v6: 1n << 96n };
