import { addressNumber } from '../ip-address.ts';

/**
 * The first `count` blocks with `bits` host bits inside a block of IPv4 or IPv6; undefined when they do not fit.
 * Without `bits` the blocks have the default of CloudFormation: 8 bits for IPv4; IPv6 always demands 64.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
 */
export function subnetsOf(block: string, count: number, bits: number | undefined): readonly string[] | undefined {
  const [address = '', lengthText = ''] = block.split('/');
  const six = address.includes(':');
  const width = six ? 128 : 32;
  const start = addressNumber(address);
  const length = /^\d{1,3}$/.test(lengthText) ? Number(lengthText) : -1;
  const hostBits = bits ?? (six ? 64 : 8);
  const fits =
    Number.isInteger(hostBits) && hostBits > 0 && length >= 0 && length <= width && hostBits <= width - length;
  if (start === undefined || !fits || !Number.isInteger(count) || count < 1 || count > 256) return undefined;
  const size = 1n << BigInt(hostBits);
  const base = (start >> BigInt(width - length)) << BigInt(width - length);
  if (size * BigInt(count) > 1n << BigInt(width - length)) return undefined;
  const show = six ? ipv6Text : ipv4Text;
  return Array.from({ length: count }, (_, at) => `${show(base + size * BigInt(at))}/${width - hostBits}`);
}

function ipv4Text(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
}

/** The longest run of zero groups becomes `::` (RFC 5952). */
function ipv6Text(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, at) => ((value >> BigInt(112 - 16 * at)) & 65_535n).toString(16));
  let [bestStart, bestLength] = [0, 0];
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (groups[start + length] === '0') length += 1;
    if (length > bestLength) [bestStart, bestLength] = [start, length];
  }
  if (bestLength < 2) return groups.join(':');
  return `${groups.slice(0, bestStart).join(':')}::${groups.slice(bestStart + bestLength).join(':')}`;
}
