import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allFacts,
  bindFact,
  byDefault,
  casesOf,
  type Fact,
  factOf,
  given,
  mapFact,
  notApplicable,
  unknown,
} from '../../src/model/fact.ts';
import { always, and, is, isPossible, not, or, underAssumptions } from '../../src/model/guard.ts';
import type { Origin } from '../../src/model/origin.ts';

const [here, there] = [1, 2] as [Origin, Origin];
const isProd = is('parameter:app/Env', 'prod');
const either: Fact<number> = factOf([
  { guard: isProd, fact: given(1, [here]) },
  { guard: not(isProd), fact: byDefault(2, [there]) },
]);

describe('facts', () => {
  it('are defaults when they rest on a default anywhere', () => {
    expect(mapFact(given(1), String)).toMatchObject({ value: '1', basis: 'explicit' });
    expect(mapFact(byDefault(1), String)).toMatchObject({ value: '1', basis: 'default' });
    expect(bindFact(given(1), () => byDefault(2))).toMatchObject({ value: 2, basis: 'default' });
    expect(given(1, [], ['Env'])).toMatchObject({ basis: 'default', assumes: ['Env'] });
  });

  it('carry origins and assumptions along, each once', () => {
    const both = bindFact(given(1, [here], ['A']), () => given(2, [there, here], ['B', 'A']));
    expect(both).toMatchObject({ value: 2, origins: [here, there], assumes: ['A', 'B'] });
  });

  it('stay unknown with the reason, and not applicable', () => {
    const open = unknown('no idea', 'parameter X of app');
    expect(mapFact(open, String)).toEqual(open);
    expect(mapFact(notApplicable('has none'), String)).toEqual(notApplicable('has none'));
    expect(allFacts({ a: given(1), b: open })).toMatchObject({ kind: 'unknown', settledBy: 'parameter X of app' });
  });

  it('keep alternatives apart and combine only what can hold together', () => {
    const sum = bindFact(either, (left) => mapFact(either, (right) => left + right));
    expect(casesOf(sum).map(({ fact }) => fact.kind === 'known' && fact.value)).toEqual([2, 4]);
  });

  it('keep the guard of a case that does not always hold', () => {
    const only = factOf([{ guard: isProd, fact: given(1) }]);
    expect(casesOf(only)).toHaveLength(1);
    expect(casesOf(only)[0]?.guard).toEqual(isProd);
    expect(factOf([{ guard: always, fact: given(1) }])).toEqual(given(1));
  });

  it('are not applicable when no alternative is', () => {
    expect(bindFact(either, () => notApplicable('has none'))).toEqual(notApplicable('has none'));
  });
});

describe('cases of computed facts', () => {
  const symbols = ['a', 'b'];
  const fact = fc.tuple(fc.constantFrom(...symbols), fc.integer(), fc.integer()).map(([symbol, yes, no]) =>
    factOf([
      { guard: is(symbol, '1'), fact: given(yes) },
      { guard: not(is(symbol, '1')), fact: given(no) },
    ]),
  );

  it('exclude each other and leave no gap', () => {
    fc.assert(
      fc.property(fact, fact, fact, (a, b, c) => {
        const cases = casesOf(allFacts({ a, b, c }));
        cases.forEach((one, at) => {
          for (const other of cases.slice(at + 1)) expect(isPossible(and(one.guard, other.guard))).toBe(false);
        });
        expect(isPossible(not(or(...cases.map((one) => one.guard))))).toBe(false);
      }),
    );
  });

  it('give what the function gives in every world', () => {
    fc.assert(
      fc.property(fact, fact, fc.constantFrom('0', '1'), fc.constantFrom('0', '1'), (left, right, a, b) => {
        const world = new Map([
          ['a', a],
          ['b', b],
        ]);
        const valueIn = (one: Fact<number>) =>
          casesOf(one).flatMap((option) =>
            underAssumptions(option.guard, world) === 'holds' && option.fact.kind === 'known'
              ? [option.fact.value]
              : [],
          );
        const sum = bindFact(left, (x) => mapFact(right, (y) => x + y));
        expect(valueIn(sum)).toEqual([(valueIn(left)[0] ?? 0) + (valueIn(right)[0] ?? 0)]);
      }),
    );
  });
});
