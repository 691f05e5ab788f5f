import { controls, moves, services, threatRules } from './catalog.generated.ts';

/**
 * A digest of what the catalogue says, so that a difference between two runs can be told from a difference between two
 * systems. Functions do not count, their texts and ratings do, and what users know
 * counts by its texts. 64-bit FNV-1a; not for security.
 */
export function catalogVersion(own: readonly string[] = []): string {
  const said = JSON.stringify([
    services.map(({ type, element, service, ignored }) => [type, element, service, ignored]),
    threatRules,
    moves,
    controls,
    ...own,
  ]);
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let at = 0; at < said.length; at += 1) {
    low ^= said.charCodeAt(at);
    const product = low * 0x1b3;
    const carry = Math.floor(product / 0x100000000);
    high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
