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
  /** The sequence `before` with one more number. Numbers are not negative and fit into 31 bits. */
  add(before: number, next: number): number;
}

export const EMPTY = 0;
/** Slots of the table at first, and how full it may get. */
const FIRST_SIZE = 2 ** 12;
const FULL = 0.6;

/** A hash table in typed arrays: each slot has a sequence, the number behind it, and the number of both together. */
export function createSequences(): Sequences {
  let size = FIRST_SIZE;
  let slots = new Int32Array(size * 3);
  let count = 0;
  const slotOf = (before: number, next: number): number => {
    let slot = (Math.imul(before, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (size - 1);
    for (;;) {
      const at = slot * 3;
      if (slots[at + 2] === 0 || (slots[at] === before && slots[at + 1] === next)) return at;
      slot = (slot + 1) & (size - 1);
    }
  };
  const grow = () => {
    const old = slots;
    size *= 2;
    slots = new Int32Array(size * 3);
    for (let from = 0; from < old.length; from += 3) {
      if (old[from + 2] === 0) continue;
      const at = slotOf(old[from] ?? 0, old[from + 1] ?? 0);
      for (let part = 0; part < 3; part += 1) slots[at + part] = old[from + part] ?? 0;
    }
  };
  return {
    add(before, next) {
      let at = slotOf(before, next);
      const known = slots[at + 2] ?? 0;
      if (known !== 0) return known;
      if (count > size * FULL) {
        grow();
        at = slotOf(before, next);
      }
      count += 1;
      slots[at] = before;
      slots[at + 1] = next;
      slots[at + 2] = count;
      return count;
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

/** Different numbers as an ascending list. */
export function ascending(numbers: readonly number[]): Uint32Array {
  const list = new Uint32Array(numbers);
  return list.length < 2 ? list : list.sort();
}

/** An ascending list without the members of another; the list itself when it has none of them. */
export function without(list: Uint32Array, gone: Uint32Array): Uint32Array {
  let result: Uint32Array | undefined;
  let [end, from] = [0, 0];
  for (const one of gone) {
    const at = placeIn(list, one);
    if (list[at] !== one) continue;
    result ??= list.slice();
    result.copyWithin(end, from, at);
    end += at - from;
    from = at + 1;
  }
  if (result === undefined) return list;
  result.copyWithin(end, from);
  return result.slice(0, end + list.length - from);
}

/** The first place whose number is not smaller. */
function placeIn(list: Uint32Array, wanted: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
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
