import type { Range } from './ranges.ts';

/** Blocks of addresses with what stands for each, found without asking all of them. */
export interface PrefixTable<T> {
  /** What has an address in common with the range, each once, in no order. */
  meeting(range: Range<bigint>): Iterable<T>;
}

interface Row<T> {
  readonly range: Range<bigint>;
  readonly value: T;
}

/**
 * A table of blocks in CIDR notation. Such blocks lie in each other or apart, so that those around an address are found
 * by one look for each length of prefix, and those inside a range by their first address.
 */
export function createPrefixTable<T>(rows: readonly Row<T>[]): PrefixTable<T> {
  const bySize = new Map<bigint, Map<bigint, Row<T>[]>>();
  for (const row of rows) {
    const { from, end } = row.range;
    const blocks = bySize.get(end - from) ?? new Map<bigint, Row<T>[]>();
    bySize.set(end - from, blocks);
    const same = blocks.get(from);
    if (same === undefined) blocks.set(from, [row]);
    else same.push(row);
  }
  const sorted = rows.toSorted((a, b) => (a.range.from < b.range.from ? -1 : a.range.from > b.range.from ? 1 : 0));
  return {
    *meeting({ from, end }) {
      for (const [size, blocks] of bySize) for (const { value } of blocks.get(from - (from % size)) ?? []) yield value;
      for (let at = firstAfter(sorted, from); at < sorted.length; at += 1) {
        const row = sorted[at];
        if (row === undefined || row.range.from >= end) return;
        yield row.value;
      }
    },
  };
}

/** Where the rows begin whose first address comes after this one. */
function firstAfter(sorted: readonly Row<unknown>[], address: bigint): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.range.from ?? address) <= address) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Is it one block of CIDR notation? */
export function isBlock({ from, end }: Range<bigint>): boolean {
  const size = end - from;
  return size > 0n && (size & (size - 1n)) === 0n && from % size === 0n;
}
