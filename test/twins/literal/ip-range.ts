import { type AddressBlock, addressBlock } from '../../../src/define/ip-address.ts';

/** Is the second range within the first? */
export function contains(outer: AddressBlock, inner: AddressBlock): boolean {
  return outer.version === inner.version && outer.first <= inner.first && inner.last <= outer.last;
}

/** Do the ranges share an address? */
export function overlaps(left: AddressBlock, right: AddressBlock): boolean {
  return left.version === right.version && left.first <= right.last && right.first <= left.last;
}

/** Addresses that no caller from the internet has. RFC 1918, RFC 6598, RFC 4193 and loopback. */
const internal = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '127.0.0.0/8', 'fc00::/7'].flatMap(
  (block) => addressBlock(block) ?? [],
);

export function isInternal(range: AddressBlock): boolean {
  return internal.some((block) => contains(block, range));
}
