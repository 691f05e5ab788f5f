/** Random choices that a seed repeats. */
export interface Dice {
  /** True in this share of throws. */
  chance(share: number): boolean;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  /** One of them; they may not be empty. */
  pick<T>(from: readonly T[]): T;
  /** Some of them, at least `least`, in their order. */
  some<T>(from: readonly T[], least: number, most: number): readonly T[];
}

/** Mulberry32: small, fast, and good enough to choose examples with. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const throwOne = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(throwOne() * end);
  return {
    chance: (share) => throwOne() < share,
    below,
    pick(from) {
      for (const chosen of from.slice(below(from.length))) return chosen;
      throw new Error('there is nothing to pick from');
    },
    some(from, least, most) {
      const wanted = least + below(most - least + 1);
      const left = from.map((one, at) => ({ one, at, rank: throwOne() }));
      return left
        .sort((a, b) => a.rank - b.rank)
        .slice(0, wanted)
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
    },
  };
}
