/** Texts with the positions at which they stand, to be found by what they begin with. */
export interface TextOrder {
  add(text: string, position: number): void;
  /** Positions of a text; one as often as it was added with it. */
  of(text: string): readonly number[];
  /** Positions of the texts that begin like this. */
  beginningWith(head: string): readonly number[];
}

const NONE = -1;
const nowhere: readonly number[] = [];

/** Put in order when it is first asked about beginnings; nothing is added after that. */
export function createTextOrder(): TextOrder {
  // Entries of one text are chained from the last to the first.
  const last = new Map<string, number>();
  const before: number[] = [];
  const positions: number[] = [];
  let ordered: readonly string[] | undefined;
  const collect = (text: string, found: number[]) => {
    for (let entry = last.get(text) ?? NONE; entry !== NONE; entry = before[entry] ?? NONE)
      found.push(positions[entry] ?? 0);
  };
  return {
    add(text, position) {
      before.push(last.get(text) ?? NONE);
      last.set(text, positions.push(position) - 1);
    },
    of(text) {
      if (!last.has(text)) return nowhere;
      const found: number[] = [];
      collect(text, found);
      return found;
    },
    beginningWith(head) {
      ordered ??= [...last.keys()].sort();
      const found: number[] = [];
      for (let at = lowerBound(ordered, head); ordered[at]?.startsWith(head) === true; at += 1)
        collect(ordered[at] ?? '', found);
      return found;
    },
  };
}

/** The first place whose text does not stand before the given one. */
function lowerBound(ordered: readonly string[], text: string): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
