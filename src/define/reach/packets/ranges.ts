/**
 * Sets of numbers as half-open ranges `[from, end)`, sorted and apart from each other. Ports are plain numbers,
 * addresses of both families are bigints: the arithmetic is the same.
 */
export interface Range<N extends number | bigint> {
  readonly from: N;
  readonly end: N;
}

export type Ranges<N extends number | bigint> = readonly Range<N>[];

export function intersect<N extends number | bigint>(left: Ranges<N>, right: Ranges<N>): Ranges<N> {
  if (left === right) return left;
  const result: Range<N>[] = [];
  let l = 0;
  let r = 0;
  for (;;) {
    const a = left[l];
    const b = right[r];
    if (a === undefined || b === undefined) return result;
    const from = a.from > b.from ? a.from : b.from;
    const end = a.end < b.end ? a.end : b.end;
    if (from < end) result.push({ from, end });
    if (a.end < b.end) l += 1;
    else r += 1;
  }
}

/** What is in `left` and not in `right`. */
export function subtract<N extends number | bigint>(left: Ranges<N>, right: Ranges<N>): Ranges<N> {
  const result: Range<N>[] = [];
  for (const whole of left) {
    let from = whole.from;
    for (const hole of right) {
      if (hole.end <= from) continue;
      if (hole.from >= whole.end) break;
      if (hole.from > from) result.push({ from, end: hole.from });
      from = hole.end;
      if (from >= whole.end) break;
    }
    if (from < whole.end) result.push({ from, end: whole.end });
  }
  return result;
}

export function unite<N extends number | bigint>(...sets: readonly Ranges<N>[]): Ranges<N> {
  const sorted = sets.flat().sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const result: Range<N>[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last === undefined || range.from > last.end) result.push(range);
    else if (range.end > last.end) result[result.length - 1] = { from: last.from, end: range.end };
  }
  return result;
}

/** Is all of `inner` in `outer`? */
export function covers<N extends number | bigint>(outer: Ranges<N>, inner: Ranges<N>): boolean {
  return subtract(inner, outer).length === 0;
}

/** How many addresses a set has. */
export function sizeOf(set: Ranges<bigint>): bigint {
  return set.reduce((sum, { from, end }) => sum + (end - from), 0n);
}

/** Equal for equal sets. */
export function rangesKey<N extends number | bigint>(set: Ranges<N>): string {
  return set.map(({ from, end }) => `${from}-${end}`).join(',');
}
