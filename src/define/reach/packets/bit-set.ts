/** A set of small numbers, 32 to a word: sets of classes and subnets are met by the thousand. */
export type BitSet = Uint32Array;

/** An empty set with room for the numbers below `size`. */
export function noBits(size: number): BitSet {
  return new Uint32Array((size + 31) >>> 5);
}

/** Adds one number to a set that is still being made. */
export function addBit(set: BitSet, number: number): void {
  set[number >>> 5] = (set[number >>> 5] ?? 0) | (1 << (number & 31));
}

/** Adds all of `more` to a set that is still being made. */
export function addBits(set: BitSet, more: BitSet): void {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) | (more[at] ?? 0);
}

/** What both hold; undefined when that is nothing. */
export function commonBits(left: BitSet, right: BitSet): BitSet | undefined {
  for (let at = 0; at < left.length; at += 1) {
    if (((left[at] ?? 0) & (right[at] ?? 0)) === 0) continue;
    const result = new Uint32Array(left.length);
    for (let rest = at; rest < left.length; rest += 1) result[rest] = (left[rest] ?? 0) & (right[rest] ?? 0);
    return result;
  }
  return undefined;
}

/** The numbers in ascending order. */
export function numbersOf(set: BitSet): readonly number[] {
  const result: number[] = [];
  for (let at = 0; at < set.length; at += 1)
    for (let word = set[at] ?? 0; word !== 0; word &= word - 1) result.push(at * 32 + 31 - Math.clz32(word & -word));
  return result;
}

/** Numbers sets, so that equal ones have one number and one object. */
export interface SetTable {
  numberOf(set: BitSet): number;
  set(number: number): BitSet;
}

export function createSetTable(): SetTable {
  const byHash = new Map<number, number[]>();
  const sets: BitSet[] = [];
  return {
    numberOf(set) {
      const hash = hashOf(set);
      const same = byHash.get(hash) ?? [];
      const known = same.find((number) => isEqual(sets[number] ?? set, set));
      if (known !== undefined) return known;
      sets.push(set);
      same.push(sets.length - 1);
      byHash.set(hash, same);
      return sets.length - 1;
    },
    set(number) {
      return sets[number] ?? noBits(0);
    },
  };
}

/** FNV-1a over the words. */
function hashOf(set: BitSet): number {
  let hash = 0x811c9dc5;
  for (const word of set) hash = Math.imul(hash ^ word, 0x01000193);
  return hash;
}

function isEqual(left: BitSet, right: BitSet): boolean {
  for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) return false;
  return true;
}
