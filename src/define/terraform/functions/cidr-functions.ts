import type { Value } from '../../../model/value.ts';
import { type AddressBlock, addressBlock } from '../../ip-address.ts';
import { numberOf } from '../expression/number.ts';
import { plainString } from '../expression/text.ts';
import { type Call, define, type Functions, listValue, literal, ofStrings, open, refused } from './function.ts';

/** Source: https://developer.hashicorp.com/terraform/language/functions, "IP Network Functions". */
export const cidrFunctions: Functions = {
  cidrhost: ofStrings(2, 2, ([prefix = '', number = ''], call) => {
    const block = blockOf(prefix);
    const host = /^-?\d+$/.test(number) ? BigInt(number) : undefined;
    if (block === undefined || host === undefined) return refused(`${prefix} is no network`, call);
    const address = host < 0n ? block.last + host + 1n : block.first + host;
    if (address < block.first || address > block.last) return refused(`the network has no host ${number}`, call);
    return printed(address, block.version);
  }),
  cidrnetmask: ofStrings(1, 1, ([prefix = ''], call) => {
    const block = blockOf(prefix);
    if (block === undefined || block.version === 6) return refused(`${prefix} is no IPv4 network`, call);
    return printed((2n ** BigInt(block.prefix) - 1n) << BigInt(32 - block.prefix), 4);
  }),
  cidrsubnet: ofStrings(3, 3, ([prefix = '', bits = '', number = ''], call) => {
    const block = blockOf(prefix);
    if (block === undefined || !/^\d+$/.test(bits) || !/^\d+$/.test(number))
      return refused(`${prefix} is no network`, call);
    const length = block.prefix + Number(bits);
    const most = block.version === 6 ? 128 : 32;
    if (length > most || BigInt(number) >= 2n ** BigInt(Number(bits)))
      return refused('the network has no such part', call);
    return `${printed(block.first + (BigInt(number) << BigInt(most - length)), block.version)}/${length}`;
  }),
  cidrsubnets: define(1, undefined, subnets),
};

function blockOf(prefix: string): AddressBlock | undefined {
  return prefix.includes('/') ? addressBlock(prefix) : undefined;
}

/** Blocks of the given sizes one after the other, each at the next place where it fits. */
function subnets(args: readonly Value[], call: Call): Value {
  const [base, ...sizes] = args;
  const prefix = base === undefined ? undefined : plainString(base, call.run, call.origin);
  const bits = sizes.map(numberOf);
  if (prefix === undefined || !bits.every((one) => one !== undefined)) return open(args, call);
  const block = blockOf(prefix);
  if (block === undefined) return refused(`${prefix} is no network`, call);
  const most = block.version === 6 ? 128 : 32;
  let next = block.first;
  const made: Value[] = [];
  for (const extra of bits) {
    const length = block.prefix + extra;
    if (extra < 1 || length > most) return refused('a part is larger than the network', call);
    const size = 1n << BigInt(most - length);
    const start = ((next + size - 1n) / size) * size;
    if (start + size - 1n > block.last) return refused('the network has not enough room', call);
    made.push(literal(`${printed(start, block.version)}/${length}`, args, call));
    next = start + size;
  }
  return listValue(made, args, call);
}

/** An address as Go prints it: the longest run of zero groups of IPv6 is cut out. */
function printed(address: bigint, version: 4 | 6): string {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, at) => Number((address >> BigInt(112 - at * 16)) & 0xffffn));
  let [start, length] = [0, 0];
  for (let at = 0; at < 8; at += 1) {
    let end = at;
    while (end < 8 && groups[end] === 0) end += 1;
    if (end - at > length) [start, length] = [at, end - at];
  }
  const hex = groups.map((group) => group.toString(16));
  if (length < 2) return hex.join(':');
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`;
}
