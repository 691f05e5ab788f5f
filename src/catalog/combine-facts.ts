import {
  bindFact,
  byDefault,
  type Case,
  casesOf,
  type Fact,
  factOf,
  given,
  type Known,
  mapFact,
  notApplicable,
  type Unknown,
  unknown,
} from '../model/fact.ts';
import { and, type Guard, isAlways, isPossible, not } from '../model/guard.ts';
import type { Value } from '../model/value.ts';

/** More cases than this are not told apart. */
const MOST_CASES = 32;

/** Is any of these true? One that is certainly true settles it, whatever the others are. */
export function anyTrue(facts: readonly Fact<boolean>[]): Fact<boolean> {
  return settle(facts, true);
}

/** Are all of these true? One that is certainly false settles it, whatever the others are. */
export function allTrue(facts: readonly Fact<boolean>[]): Fact<boolean> {
  return settle(facts, false);
}

/** The first fact that certainly has the settling value; else what all of them together say. */
function settle(facts: readonly Fact<boolean>[], settling: boolean): Fact<boolean> {
  const told: readonly Fact<boolean>[] = facts.filter((fact) => fact.kind !== 'not-applicable');
  const certain = told.find((fact) => fact.kind === 'known' && fact.value === settling);
  if (certain !== undefined) return certain;
  const [first, ...rest] = told;
  if (first === undefined) return byDefault(!settling);
  return rest.reduce((left, right) => settleTwo(left, right, settling), first);
}

function settleTwo(left: Fact<boolean>, right: Fact<boolean>, settling: boolean): Fact<boolean> {
  const settles = (fact: Known<boolean> | Unknown) => fact.kind === 'known' && fact.value === settling;
  const cases = casesOf(left).flatMap((mine): readonly Case<boolean>[] => {
    if (settles(mine.fact)) return [mine];
    return casesOf(right)
      .map((other) => ({ guard: and(mine.guard, other.guard), mine: mine.fact, other: other.fact }))
      .filter(({ guard }) => isPossible(guard))
      .flatMap(({ guard, mine: before, other }) => {
        if (before.kind === 'unknown') return [{ guard, fact: settles(other) ? other : before }];
        return casesOf(bindFact<boolean, boolean>(before, () => other)).map(({ fact }) => ({ guard, fact }));
      });
  });
  return cases.length > MOST_CASES ? tooMany() : factOf(cases);
}

/** The values of several facts as one list; unknown when one of them is. */
export function listFact<T>(facts: readonly Fact<T>[]): Fact<readonly T[]> {
  let result: Fact<readonly T[]> = given<readonly T[]>([]);
  for (const fact of facts) {
    if (fact.kind === 'not-applicable') continue;
    result = bindFact(result, (before) => mapFact(fact, (value): readonly T[] => [...before, value]));
    if (result.kind === 'alternatives' && result.options.length > MOST_CASES) return tooMany();
  }
  return result;
}

/** `fact` where the guard holds and `otherwise` where it does not: what a conditional resource says of another one. */
export function onlyWhile<T>(guard: Guard, fact: Fact<T>, otherwise: Fact<T>): Fact<T> {
  if (isAlways(guard)) return fact;
  const under = (where: Guard, said: Fact<T>) =>
    casesOf(said)
      .map((one) => ({ guard: and(where, one.guard), fact: one.fact }))
      .filter((one) => isPossible(one.guard));
  return factOf([...under(guard, fact), ...under(not(guard), otherwise)]);
}

/**
 * One part of an answer that consists of facts. That the answer as a whole was given says nothing of its parts: only the
 * part itself tells its place, and whether it is a default.
 */
export function partOfFact<A, P>(whole: Fact<A>, part: (answer: A) => Fact<P>): Fact<P> {
  if (whole.kind === 'not-applicable' || whole.kind === 'unknown') return whole;
  if (whole.kind === 'known') return part(whole.value);
  const cases = whole.options.flatMap(({ guard, fact }): readonly Case<P>[] =>
    fact.kind === 'unknown'
      ? [{ guard, fact }]
      : casesOf(part(fact.value)).map((one) => ({ guard: and(guard, one.guard), fact: one.fact })),
  );
  return cases.length === 0
    ? notApplicable('no case of it has this part')
    : factOf(cases.filter(({ guard }) => isPossible(guard)));
}

/** Is there a value at all? An unknown value is there; one that depends on a condition is there by cases. */
export function isGiven(value: Value | undefined): boolean {
  if (value?.kind === 'choice') return value.options.some((option) => isGiven(option.value));
  return value !== undefined && value.kind !== 'absent';
}

function tooMany(): Fact<never> {
  return unknown('too many conditions decide it together', 'values of the parameters that its conditions ask about');
}
