import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  always,
  and,
  describeGuard,
  type Guard,
  guardKey,
  is,
  isAlways,
  isPossible,
  never,
  not,
  or,
  underAssumptions,
} from '../../src/model/guard.ts';

const domains: Readonly<Record<string, readonly string[] | undefined>> = {
  'parameter:app/Env': ['dev', 'prod'],
  'parameter:app/Size': ['s', 'm', 'l'],
  'parameter:app/Name': undefined,
  'condition:app/Odd': undefined,
};
/** Stands for all values that no formula names. */
const anythingElse = 'something else';
const symbols = Object.keys(domains);
/** Values beyond the domain stand for "anything else" where there is none. */
const valuesOf = (symbol: string) => domains[symbol] ?? ['true', 'x', anythingElse];
const env = (value: string) => is('parameter:app/Env', value, domains['parameter:app/Env']);
const size = (value: string) => is('parameter:app/Size', value, domains['parameter:app/Size']);
const odd = is('condition:app/Odd', 'true');

describe('guards', () => {
  it.each<readonly [string, Guard, Guard]>([
    ['x and always is x', and(odd, always), odd],
    ['x and never is never', and(odd, never), never],
    ['x or always is always', or(odd, always), always],
    ['x or never is x', or(odd, never), odd],
    ['not always is never', not(always), never],
    ['not never is always', not(never), always],
    ['x and not x is never', and(odd, not(odd)), never],
    ['x or not x is always', or(odd, not(odd)), always],
    ['one symbol has one value', and(env('dev'), env('prod')), never],
    ['all values of a domain are always', or(env('dev'), env('prod')), always],
    ['three of three are always', or(size('s'), size('m'), size('l')), always],
    ['what is left of a domain', not(env('dev')), env('prod')],
    ['what is left of a larger domain', and(not(size('s')), not(size('m'))), size('l')],
    ['a value outside the domain is never', is('parameter:app/Env', 'qa', ['dev', 'prod']), never],
    ['two values are never both excluded', or(not(is('x', 'a')), not(is('x', 'b'))), always],
    ['absorption', or(odd, and(odd, env('dev'))), odd],
    ['consensus', or(and(odd, env('dev')), and(not(odd), env('dev'))), env('dev')],
  ])('%s', (_, actual, expected) => expect(guardKey(actual)).toBe(guardKey(expected)));

  it('are told in words', () => {
    expect(describeGuard(and(env('prod'), odd))).toBe('Odd and Env = prod');
    expect(describeGuard(not(odd))).toBe('not (Odd)');
    expect(describeGuard(always)).toBe('always');
    expect(describeGuard(never)).toBe('never');
  });

  it('are judged under assumed values', () => {
    const assumed = new Map([['parameter:app/Env', 'dev']]);
    expect(underAssumptions(env('dev'), assumed)).toBe('holds');
    expect(underAssumptions(env('prod'), assumed)).toBe('fails');
    expect(underAssumptions(odd, assumed)).toBe('open');
    expect(underAssumptions(and(odd, env('prod')), assumed)).toBe('fails');
    expect(underAssumptions(or(odd, env('dev')), assumed)).toBe('holds');
  });

  it('stay sound when there are too many clauses to keep', () => {
    const many = Array.from({ length: 100 }, (_, at) => and(is(`a${at}`, '1'), is(`b${at}`, '1')));
    const wide = or(...many);
    expect(isPossible(wide)).toBe(true);
    expect(isPossible(not(wide))).toBe(true);
    expect(isAlways(wide)).toBe(false);
    expect(isPossible(and(wide, not(wide)))).toBe(false);
    expect(isAlways(or(wide, not(wide)))).toBe(true);
  });

  it('of conjunctions that explode are made within moments', () => {
    const parts = Array.from({ length: 30 }, (_, at) => or(is(`a${at}`, '1'), is(`b${at}`, '1')));
    expect(isPossible(and(...parts))).toBe(true);
    expect(isPossible(not(and(...parts)))).toBe(true);
  });
});

type Formula =
  | { readonly kind: 'is'; readonly symbol: string; readonly value: string }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'and' | 'or'; readonly left: Formula; readonly right: Formula };

const formula = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .constantFrom(...symbols)
      .chain((symbol) =>
        fc
          .constantFrom(...valuesOf(symbol).filter((value) => value !== anythingElse))
          .map((value): Formula => ({ kind: 'is', symbol, value })),
      ),
    fc.record({ kind: fc.constant('not' as const), of: tie('formula') }),
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('formula'), right: tie('formula') }),
  ),
})).formula;

function guardOf(from: Formula): Guard {
  if (from.kind === 'is') return is(from.symbol, from.value, domains[from.symbol]);
  if (from.kind === 'not') return not(guardOf(from.of));
  return (from.kind === 'and' ? and : or)(guardOf(from.left), guardOf(from.right));
}

function truth(from: Formula, values: ReadonlyMap<string, string>): boolean {
  if (from.kind === 'is') return values.get(from.symbol) === from.value;
  if (from.kind === 'not') return !truth(from.of, values);
  return from.kind === 'and'
    ? truth(from.left, values) && truth(from.right, values)
    : truth(from.left, values) || truth(from.right, values);
}

function assignments(): readonly ReadonlyMap<string, string>[] {
  return symbols.reduce<readonly ReadonlyMap<string, string>[]>(
    (all, symbol) => all.flatMap((one) => valuesOf(symbol).map((value) => new Map([...one, [symbol, value]]))),
    [new Map()],
  );
}

describe('and, or, not', () => {
  it('agree with the truth table over every assignment', () => {
    const all = assignments();
    fc.assert(
      fc.property(formula, (from) => {
        const guard = guardOf(from);
        const table = all.map((values) => truth(from, values));
        expect(all.map((values) => underAssumptions(guard, values) === 'holds')).toEqual(table);
        expect(isPossible(guard)).toBe(table.includes(true));
        if (isAlways(guard)) expect(table).not.toContain(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('are the same in any order', () => {
    fc.assert(
      fc.property(formula, formula, (left, right) => {
        const [a, b] = [guardOf(left), guardOf(right)];
        expect(isPossible(and(a, b))).toBe(isPossible(and(b, a)));
        expect(isPossible(and(or(a, b), not(or(b, a))))).toBe(false);
      }),
    );
  });
});
