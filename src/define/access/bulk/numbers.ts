/** Numbers for texts: equal texts, equal numbers, from 1. */
export type Interner = (key: string) => number;

export function createInterner(): Interner {
  const known = new Map<string, number>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, known.size + 1);
    return known.size;
  };
}

/** Numbers for sequences of numbers, built one by one: `EMPTY` is the empty one. */
export interface Sequences {
  /** The sequence `before` with one more number, which must be below 2 ** 26 as must be the number of sequences. */
  add(before: number, next: number): number;
}

export const EMPTY = 0;
const WIDTH = 2 ** 26;

export function createSequences(): Sequences {
  const known = new Map<number, number>();
  return {
    add(before, next) {
      const key = before * WIDTH + next;
      const found = known.get(key);
      if (found !== undefined) return found;
      known.set(key, known.size + 1);
      return known.size;
    },
  };
}

/** What a function gives, kept by a key. */
export function remember<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  const before = cache.get(key);
  if (before !== undefined) return before;
  const made = make();
  cache.set(key, made);
  return made;
}

/** Members of several ascending lists, ascending. */
export function merged(lists: readonly Uint32Array[]): Uint32Array {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  let size = 0;
  for (const list of lists) size += list.length;
  const result = new Uint32Array(size);
  let end = 0;
  for (const list of lists) {
    result.set(list, end);
    end += list.length;
  }
  return result.sort();
}
