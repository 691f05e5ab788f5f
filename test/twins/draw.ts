/** Draws from a seed: the same seed, the same draws. */
export interface Draw {
  /** 0 to `count` - 1. */
  number(count: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  one<T>(values: readonly T[]): T;
  some<T>(least: number, most: number, make: () => T): readonly T[];
}

/** mulberry32. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (count: number) => Math.floor(next() * count);
  return {
    number,
    chance: (probability) => next() < probability,
    one(values) {
      if (values.length === 0) throw new Error('nothing to draw from');
      return values[number(values.length)] as (typeof values)[number];
    },
    some: (least, most, make) => Array.from({ length: least + number(most - least + 1) }, make),
  };
}
