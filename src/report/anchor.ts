/**
 * Name of a place in a report that stays the same from run to run, `threat-1k2j3h4g5f`: links to it may be kept.
 * 53 bits of a hash of the id, because ids may hold anything and an address in a page may not.
 */
export function anchor(kind: string, id: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${kind}-${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}`;
}
