import type { Family } from './address.ts';
import type { SubnetClass } from './interface-class.ts';
import type { BlockOption } from './peer.ts';
import type { Range } from './ranges.ts';

interface Entry {
  readonly range: Range<bigint>;
  readonly subnet: SubnetClass;
}

/**
 * The subnets that blocks may hold: those whose own block lies in one of them or around it, those that write a block in
 * the same words, and those whose block is not known. Found without asking every subnet.
 */
export function createSubnetIndex(
  subnets: readonly SubnetClass[],
  family: Family,
): (options: readonly BlockOption[]) => Iterable<SubnetClass> {
  const entries: Entry[] = [];
  const unclear: SubnetClass[] = [];
  const byText = new Map<string, SubnetClass[]>();
  for (const subnet of subnets) {
    const { known, texts } = subnet.whereabouts[family];
    for (const text of texts) byText.set(text, [...(byText.get(text) ?? []), subnet]);
    const own = known[0];
    if (own === undefined) unclear.push(subnet);
    else for (const range of own) entries.push({ range, subnet });
  }
  const sorted = entries.sort((a, b) => (a.range.from < b.range.from ? -1 : a.range.from > b.range.from ? 1 : 0));
  const widest = sorted.reduce(
    (most, { range }) => (range.end - range.from > most ? range.end - range.from : most),
    0n,
  );
  const holding = function* ({ block, text }: BlockOption): Generator<SubnetClass> {
    if (text !== undefined) yield* byText.get(text) ?? [];
    if (block.kind !== 'known' || block.family !== family) return;
    for (const range of block.addresses) for (const { subnet } of meeting(sorted, widest, range)) yield subnet;
  };
  return (options) => {
    if (options.some(({ block, madeOf }) => block.kind === 'open' || madeOf.length > 0)) return subnets;
    const found = new Set(unclear);
    for (const option of options) for (const subnet of holding(option)) found.add(subnet);
    return found;
  };
}

/** Entries that share an address with the range: no entry is longer than `widest`. */
function* meeting(sorted: readonly Entry[], widest: bigint, { from, end }: Range<bigint>): Generator<Entry> {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.range.from ?? from) + widest <= from) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < sorted.length; at += 1) {
    const entry = sorted[at];
    if (entry === undefined || entry.range.from >= end) return;
    if (entry.range.end > from) yield entry;
  }
}
