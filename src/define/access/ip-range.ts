/** An address range as the numbers of its first and last address. */
export interface IpRange {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** Reads an address or CIDR block; undefined when it is neither. */
export function ipRange(source: string): IpRange | undefined {
  const [address = '', length, ...rest] = source.trim().split('/');
  if (rest.length > 0) return undefined;
  const version = address.includes(':') ? 6 : 4;
  const bits = version === 6 ? 128 : 32;
  const value = version === 6 ? ipv6(address) : ipv4(address);
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : bits + 1;
  if (value === undefined || prefix > bits) return undefined;
  const free = (1n << BigInt(bits - prefix)) - 1n;
  return { version, first: value & ~free, last: value | free };
}

/** Is the second range within the first? */
export function contains(outer: IpRange, inner: IpRange): boolean {
  return outer.version === inner.version && outer.first <= inner.first && inner.last <= outer.last;
}

/** Do the ranges share an address? */
export function overlaps(left: IpRange, right: IpRange): boolean {
  return left.version === right.version && left.first <= right.last && right.first <= left.last;
}

/** Addresses that no caller from the internet has. RFC 1918, RFC 6598, RFC 4193 and loopback. */
const internal = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '127.0.0.0/8', 'fc00::/7'].flatMap(
  (block) => ipRange(block) ?? [],
);

export function isInternal(range: IpRange): boolean {
  return internal.some((block) => contains(block, range));
}

function ipv4(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function ipv6(address: string): bigint | undefined {
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}
