/** Draws from a seed (mulberry32): the same seed, the same organization. */
export interface Random {
  /** 0 up to 1, without 1. */
  next(): number;
  /** 0 to `count` - 1. */
  below(count: number): number;
  chance(probability: number): boolean;
  one<T>(list: readonly T[]): T;
  /** A position in a list of this length, early ones far more often than late ones (power law). */
  early(count: number): number;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    one(list) {
      if (list.length === 0) throw new Error('nothing to draw from');
      return list[below(list.length)] as (typeof list)[number];
    },
    early: (count) => Math.min(count - 1, Math.floor(count ** next()) - 1),
  };
}
