import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allTrue, anyTrue, isGiven, listFact, onlyWhile } from '../../src/catalog/combine-facts.ts';
import { byDefault, casesOf, type Fact, factOf, given, notApplicable, unknown } from '../../src/model/fact.ts';
import { always, type Guard, is, not, underAssumptions } from '../../src/model/guard.ts';
import { createOrigins } from '../../src/model/origin.ts';

const open: Fact<boolean> = unknown('not known', 'parameter P');

describe('any and all are three-valued', () => {
  const yes = given(true);
  const no = given(false);
  const table: readonly (readonly [string, readonly Fact<boolean>[], string, string])[] = [
    ['nothing', [], 'false', 'true'],
    ['one yes', [yes], 'true', 'true'],
    ['one no', [no], 'false', 'false'],
    ['yes and no', [yes, no], 'true', 'false'],
    ['what is not known beside a yes', [open, yes], 'true', 'unknown'],
    ['what is not known beside a no', [open, no], 'unknown', 'false'],
    ['only what is not known', [open, open], 'unknown', 'unknown'],
    ['what does not apply does not count', [notApplicable('no such thing'), yes], 'true', 'true'],
  ];
  const show = (fact: Fact<boolean>) => (fact.kind === 'known' ? String(fact.value) : fact.kind);
  test.each(table)('%s', (_, facts, any, all) => {
    expect([show(anyTrue(facts)), show(allTrue(facts))]).toEqual([any, all]);
  });

  test('a default among the reasons makes the answer a default', () => {
    expect(anyTrue([byDefault(false), given(false)])).toMatchObject({ kind: 'known', basis: 'default' });
    expect(anyTrue([byDefault(false), given(true)])).toMatchObject({ kind: 'known', basis: 'explicit' });
  });
});

/** Facts that hang on two switches. */
const symbols = ['A', 'B'];
const worlds = 2 ** symbols.length;
const constant = fc.constantFrom<Fact<boolean>>(given(true), given(false), open);
const branching = fc
  .tuple(fc.constantFrom(...symbols), fc.boolean(), fc.boolean())
  .map(([symbol, on, off]): Fact<boolean> => {
    const guard = is(symbol, 'true');
    return factOf([
      { guard, fact: given(on) },
      { guard: not(guard), fact: given(off) },
    ]);
  });
const facts = fc.array(fc.oneof(constant, branching), { maxLength: 5 });

/** What the fact says in one world. */
function inWorld<T>(fact: Fact<T>, world: number): T | undefined {
  const assumed = new Map(symbols.map((symbol, at) => [symbol, String((world & (1 << at)) !== 0)]));
  const holds = casesOf(fact).filter(({ guard }) => underAssumptions(guard, assumed) === 'holds');
  expect(holds).toHaveLength(1);
  return holds[0]?.fact.kind === 'known' ? holds[0].fact.value : undefined;
}

describe('laws', () => {
  test('any and all say in every world what their parts say there', () => {
    fc.assert(
      fc.property(facts, fc.nat(worlds - 1), (parts, world) => {
        const values = parts.map((part) => inWorld(part, world));
        const any = values.includes(true) ? true : values.includes(undefined) ? undefined : false;
        const all = values.includes(false) ? false : values.includes(undefined) ? undefined : true;
        expect([inWorld(anyTrue(parts), world), inWorld(allTrue(parts), world)]).toEqual([any, all]);
      }),
    );
  });

  test('a list of facts has in every world the values of its parts, or is unknown when one is', () => {
    fc.assert(
      fc.property(facts, fc.nat(worlds - 1), (parts, world) => {
        const values = parts.map((part) => inWorld(part, world));
        expect(inWorld(listFact(parts), world)).toEqual(values.includes(undefined) ? undefined : values);
      }),
    );
  });

  test('while a guard holds the one fact is said, and else the other', () => {
    fc.assert(
      fc.property(constant, branching, fc.constantFrom(...symbols), fc.nat(worlds - 1), (one, other, symbol, world) => {
        const guard: Guard = is(symbol, 'true');
        const there = inWorld(onlyWhile(guard, given(true), given(false)), world);
        const said = inWorld(onlyWhile(guard, one, other), world);
        expect(said).toEqual(inWorld(there === true ? one : other, world));
      }),
    );
    expect(onlyWhile(always, open, given(true))).toBe(open);
  });
});

test('what is given by cases is given, what is nothing in all of them is not', () => {
  const origin = createOrigins().source('template.yaml', 1, 1, 1);
  const nothing = { kind: 'absent', origin } as const;
  const some = { kind: 'literal', value: 'x', origin } as const;
  const guard = is('A', 'true');
  const choice = (left: typeof nothing | typeof some) =>
    ({
      kind: 'choice',
      origin,
      options: [
        { guard, value: left },
        { guard: not(guard), value: nothing },
      ],
    }) as const;
  expect([isGiven(undefined), isGiven(nothing), isGiven(some)]).toEqual([false, false, true]);
  expect([isGiven(choice(nothing)), isGiven(choice(some))]).toEqual([false, true]);
});
