import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestHittingSet, type HittingProblem } from '../../src/mitigate/choke/hitting-set.ts';

/** The cost of the cheapest choice by trying every one; undefined when there is none. */
function byBruteForce({ costs, sets, forbidden }: HittingProblem): number | undefined {
  let best: number | undefined;
  for (let bits = 0; bits < 2 ** costs.length; bits += 1) {
    const has = (one: number) => ((bits >> one) & 1) === 1;
    if (!sets.every((set) => set.some(has)) || forbidden.some((group) => group.every(has))) continue;
    const cost = costs.reduce((sum, one, at) => sum + (has(at) ? one : 0), 0);
    if (best === undefined || cost < best) best = cost;
  }
  return best;
}

const members = 8;
const group = (least: number) =>
  fc.uniqueArray(fc.nat(members - 1), { minLength: least, maxLength: 4 }).map((found) => found as readonly number[]);
const problem: fc.Arbitrary<HittingProblem> = fc.record({
  costs: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: members, maxLength: members }),
  sets: fc.array(group(1), { maxLength: 9 }),
  forbidden: fc.array(group(2), { maxLength: 2 }),
});

describe('the cheapest choice that hits every set', () => {
  it.each<readonly [string, HittingProblem, readonly number[] | undefined]>([
    [
      'one member that all sets share',
      {
        costs: [2, 1, 1],
        sets: [
          [0, 1],
          [0, 2],
        ],
        forbidden: [],
      },
      [0],
    ],
    [
      'two cheap members instead of one dear one',
      {
        costs: [3, 1, 1],
        sets: [
          [0, 1],
          [0, 2],
        ],
        forbidden: [],
      },
      [1, 2],
    ],
    ['nothing when there is nothing to hit', { costs: [1], sets: [], forbidden: [] }, []],
    ['no choice for a set without members', { costs: [1], sets: [[]], forbidden: [] }, undefined],
    ['not both of two that exclude each other', { costs: [1, 1, 5], sets: [[0], [1, 2]], forbidden: [[0, 1]] }, [0, 2]],
    [
      'parts that share nothing, each by itself',
      {
        costs: [1, 1, 1, 1],
        sets: [
          [0, 1],
          [2, 3],
        ],
        forbidden: [],
      },
      [0, 2],
    ],
  ])('%s', (_, given, chosen) => {
    expect(cheapestHittingSet(given)?.chosen).toEqual(chosen);
  });

  it('is as cheap as the best of all choices', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const found = cheapestHittingSet(given);
        expect(found?.cost).toBe(byBruteForce(given));
        if (found !== undefined) expect(found.atLeast).toBe(found.cost);
      }),
      { numRuns: 400, seed: 20_261_128 },
    );
  });

  it('never gets dearer when a further member may be chosen', () => {
    fc.assert(
      fc.property(problem, fc.integer({ min: 1, max: 9 }), fc.array(fc.boolean()), (given, cost, hits) => {
        const more = {
          costs: [...given.costs, cost],
          sets: given.sets.map((set, at) => (hits[at] === true ? [...set, given.costs.length] : set)),
          forbidden: given.forbidden,
        };
        const before = cheapestHittingSet(given)?.cost ?? Number.POSITIVE_INFINITY;
        expect(cheapestHittingSet(more)?.cost ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(before);
      }),
      { numRuns: 200, seed: 20_261_131 },
    );
  });

  it('without time for an exact search is still a choice, no cheaper than the bound, and the bound is true', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const found = cheapestHittingSet(given, 1);
        if (found === undefined) return;
        expect(given.sets.every((set) => set.some((one) => found.chosen.includes(one)))).toBe(true);
        expect(given.forbidden.some((all) => all.every((one) => found.chosen.includes(one)))).toBe(false);
        expect(found.atLeast).toBeLessThanOrEqual(byBruteForce(given) ?? Number.POSITIVE_INFINITY);
        expect(found.cost).toBeGreaterThanOrEqual(byBruteForce(given) ?? 0);
      }),
      { numRuns: 400, seed: 20_261_129 },
    );
  });
});
