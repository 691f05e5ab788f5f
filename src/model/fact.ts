import { always, and, type Guard, isAlways, isPossible } from './guard.ts';
import type { Origin } from './origin.ts';

/**
 * One answer about one resource. Known answers say whether they were given or are AWS's default; what depends on a
 * condition keeps its alternatives; unknown is told with the one input that would settle it; a question that makes no
 * sense for the type is answered with the reason.
 */
export type Fact<T> = Known<T> | Alternatives<T> | Unknown | NotApplicable;

export interface Known<T> {
  readonly kind: 'known';
  readonly value: T;
  /** `default`: the property is absent and AWS's default holds, or the value came from a parameter's default. */
  readonly basis: 'explicit' | 'default';
  readonly origins: readonly Origin[];
  /** Parameters whose default value the answer rests on. */
  readonly assumes: readonly string[];
}

export interface Alternatives<T> {
  readonly kind: 'alternatives';
  readonly options: readonly { readonly guard: Guard; readonly fact: Known<T> | Unknown }[];
}

export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: string;
  /** The input that would settle it: `parameter VpcId of webshop`. */
  readonly settledBy: string;
  readonly origins: readonly Origin[];
  /** Another resource says it, where one is given: what that says is the whole answer. */
  readonly leftToOthers?: true;
}

export interface NotApplicable {
  readonly kind: 'not-applicable';
  readonly reason: string;
}

/** One list for all answers that rest on nothing: a large system has millions of them. */
const nothing: readonly never[] = [];

export function given<T>(
  value: T,
  origins: readonly Origin[] = nothing,
  assumes: readonly string[] = nothing,
): Known<T> {
  return { kind: 'known', value, basis: assumes.length > 0 ? 'default' : 'explicit', origins, assumes };
}

export function byDefault<T>(value: T, origins: readonly Origin[] = nothing): Known<T> {
  return { kind: 'known', value, basis: 'default', origins, assumes: nothing };
}

export function unknown(reason: string, settledBy: string, origins: readonly Origin[] = nothing): Unknown {
  return { kind: 'unknown', reason, settledBy, origins };
}

/** Unknown as long as no other resource says it. */
export function leftToOthers(reason: string, settledBy: string, origins: readonly Origin[] = nothing): Unknown {
  return { kind: 'unknown', reason, settledBy, origins, leftToOthers: true };
}

export function notApplicable(reason: string): NotApplicable {
  return { kind: 'not-applicable', reason };
}

/** One answer of a fact with the guard under which it holds. */
export interface Case<T> {
  readonly guard: Guard;
  readonly fact: Known<T> | Unknown;
}

/** The answers one by one; none for a fact that does not apply. */
export function casesOf<T>(fact: Fact<T>): readonly Case<T>[] {
  if (fact.kind === 'not-applicable') return [];
  return fact.kind === 'alternatives' ? fact.options : [{ guard: always, fact }];
}

/** A fact from its cases; a single case that always holds becomes a plain answer. */
export function factOf<T>(cases: readonly Case<T>[]): Fact<T> {
  const [only] = cases;
  if (only !== undefined && cases.length === 1 && isAlways(only.guard)) return only.fact;
  return { kind: 'alternatives', options: cases };
}

export function mapFact<A, B>(fact: Fact<A>, change: (value: A) => B): Fact<B> {
  return bindFact(fact, (value) => byDefaultOrGiven(change(value)));
}

/** The result of `change` inherits the basis, origins and assumptions of the fact that it was computed from. */
export function bindFact<A, B>(fact: Fact<A>, change: (value: A) => Fact<B>): Fact<B> {
  if (fact.kind === 'not-applicable' || fact.kind === 'unknown') return fact;
  if (fact.kind === 'known') return inherit(fact, change(fact.value));
  let outside: NotApplicable | undefined;
  const cases = fact.options.flatMap(({ guard, fact: option }): readonly Case<B>[] => {
    const next: Fact<B> = option.kind === 'unknown' ? option : inherit(option, change(option.value));
    if (next.kind === 'not-applicable') outside = next;
    return casesOf(next)
      .map((inner) => ({ guard: and(guard, inner.guard), fact: inner.fact }))
      .filter((inner) => isPossible(inner.guard));
  });
  return cases.length === 0 && outside !== undefined ? outside : factOf(cases);
}

/** Several facts as one, so that an answer may be computed from all of them. */
export function allFacts<R extends Readonly<Record<string, unknown>>>(
  facts: { readonly [K in keyof R]: Fact<R[K]> },
): Fact<R> {
  let result: Fact<Partial<R>> = byDefaultOrGiven({});
  for (const key of Object.keys(facts) as (keyof R)[]) {
    result = bindFact(result, (partial) => mapFact(facts[key], (value) => ({ ...partial, [key]: value })));
  }
  return result as Fact<R>;
}

/** Neutral element of `inherit`: it adds nothing of its own. */
function byDefaultOrGiven<T>(value: T): Known<T> {
  return { kind: 'known', value, basis: 'explicit', origins: nothing, assumes: nothing };
}

function inherit<A, B>(from: Known<A>, next: Fact<B>): Fact<B> {
  if (next.kind === 'known') {
    return {
      kind: 'known',
      value: next.value,
      basis: from.basis === 'default' || next.basis === 'default' ? 'default' : 'explicit',
      origins: joined(from.origins, next.origins),
      assumes: joined(from.assumes, next.assumes),
    };
  }
  if (next.kind === 'unknown') return { ...next, origins: joined(from.origins, next.origins) };
  if (next.kind === 'not-applicable') return next;
  return {
    kind: 'alternatives',
    options: next.options.map(({ guard, fact }) => ({ guard, fact: inherit(from, fact) as Known<B> | Unknown })),
  };
}

function joined<T>(left: readonly T[], right: readonly T[]): readonly T[] {
  if (right.length === 0) return left;
  return left.length === 0 ? right : [...new Set([...left, ...right])];
}
