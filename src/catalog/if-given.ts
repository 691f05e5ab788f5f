import { bindFact, type Case, casesOf, type Fact, factOf, given } from '../model/fact.ts';
import { and, isPossible } from '../model/guard.ts';
import type { ResourceView } from '../model/service.ts';
import type { Value } from '../model/value.ts';
import { property } from './answer.ts';

/**
 * An answer from a property where it is given, and another one where it is not. Unlike `bindFact` over an absent property,
 * the other answer is not a default for that reason: it stands on what it was itself read from.
 */
export function ifGiven<T>(
  view: ResourceView,
  path: string,
  answer: { readonly whenGiven: (value: Value) => Fact<T>; readonly otherwise: () => Fact<T> },
): Fact<T> {
  const cases = casesOf(property(view, path)).flatMap(({ guard, fact }): readonly Case<T>[] => {
    const next = resolve(fact, answer);
    return casesOf(next)
      .map((inner) => ({ guard: and(guard, inner.guard), fact: inner.fact }))
      .filter((inner) => isPossible(inner.guard));
  });
  return factOf(cases);
}

function resolve<T>(
  fact: Case<Value | undefined>['fact'],
  answer: { readonly whenGiven: (value: Value) => Fact<T>; readonly otherwise: () => Fact<T> },
): Fact<T> {
  if (fact.kind === 'unknown') return fact;
  const { value } = fact;
  if (value === undefined) return answer.otherwise();
  return bindFact(given(value, fact.origins, fact.assumes), answer.whenGiven);
}
