/** A block of addresses in CIDR notation: the numbers of its first and last one. */
export interface AddressBlock {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  /** Length of the prefix. */
  readonly prefix: number;
}

/** `10.0.0.0/8`, `::/0`, or a single address; undefined when it is neither. Bits after the prefix are dropped. */
export function addressBlock(source: string): AddressBlock | undefined {
  const [address = '', length, ...rest] = source.trim().split('/');
  const version = address.includes(':') ? 6 : 4;
  const bits = version === 6 ? 128 : 32;
  const value = addressNumber(address);
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : bits + 1;
  if (value === undefined || rest.length > 0 || prefix > bits) return undefined;
  const free = (1n << BigInt(bits - prefix)) - 1n;
  return { version, first: value & ~free, last: value | free, prefix };
}

/** The number of an IPv4 or IPv6 address, told apart by the colon; undefined when it is neither. */
export function addressNumber(address: string): bigint | undefined {
  return address.includes(':') ? ipv6Number(address) : ipv4Number(address);
}

function ipv4Number(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function ipv6Number(address: string): bigint | undefined {
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  if (groups.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}
