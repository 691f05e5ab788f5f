import { type Range, type Ranges, subtract } from './ranges.ts';

export type Family = 'v4' | 'v6';

/** A block of addresses in CIDR notation, as numbers. */
export interface Block {
  readonly family: Family;
  readonly range: Range<bigint>;
  /** Length of the prefix: the longest one wins among routes. */
  readonly prefix: number;
}

const bits: Readonly<Record<Family, number>> = { v4: 32, v6: 128 };
const parsed = new Map<string, Block | undefined>();

/** `10.0.0.0/8`, `::/0`, or a single address; undefined when it is neither. Bits after the prefix are dropped. */
export function parseBlock(text: string): Block | undefined {
  if (!parsed.has(text)) parsed.set(text, parse(text.trim()));
  return parsed.get(text);
}

function parse(text: string): Block | undefined {
  const [address = '', length, ...rest] = text.split('/');
  const family: Family = address.includes(':') ? 'v6' : 'v4';
  const value = family === 'v4' ? parseV4(address) : parseV6(address);
  const prefix = length === undefined ? bits[family] : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  if (value === undefined || rest.length > 0 || prefix < 0 || prefix > bits[family]) return undefined;
  const size = 1n << BigInt(bits[family] - prefix);
  const from = (value / size) * size;
  return { family, range: { from, end: from + size }, prefix };
}

function parseV4(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function parseV6(address: string): bigint | undefined {
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const [head = [], tail = []] = groups;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const all = [...head, ...Array<string>(missing).fill('0'), ...tail];
  if (all.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return all.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
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
