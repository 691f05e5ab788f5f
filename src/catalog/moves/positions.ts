/** Lists of positions, each ascending. */
export type Positions = Uint32Array;

/** Those that are in both. */
export function inBoth(left: Positions, right: Positions): Positions {
  const found: number[] = [];
  let at = 0;
  for (const position of left) {
    while ((right[at] ?? Number.POSITIVE_INFINITY) < position) at += 1;
    if (right[at] === position) found.push(position);
  }
  return Uint32Array.from(found);
}

/** Those of the first that are not in the second; the first itself when that is all of them. */
export function without(left: Positions, gone: Positions): Positions {
  let at = 0;
  const rest = left.filter((position) => {
    while ((gone[at] ?? Number.POSITIVE_INFINITY) < position) at += 1;
    return gone[at] !== position;
  });
  return rest.length === left.length ? left : rest;
}

/** Positions with the same key together; those without a key are left out. */
export function groupedBy(positions: Positions, keyOf: (position: number) => string | undefined): readonly Positions[] {
  const groups = new Map<string, number[]>();
  for (const position of positions) {
    const key = keyOf(position);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [position]);
    else group.push(position);
  }
  return [...groups.values()].map((group) => Uint32Array.from(group));
}

/** Is it one of them? */
export function isAmong(positions: Positions, wanted: number): boolean {
  let [from, to] = [0, positions.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((positions[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return positions[from] === wanted;
}
