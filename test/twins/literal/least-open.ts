import type { OpenCondition } from '../../../src/model/access.ts';
import { always, and, type Guard, isAlways, not } from '../../../src/model/guard.ts';
import { oppositeOperator } from './condition-operator.ts';
import type { Counted, Grant } from './grants.ts';
import { mayHold } from './holds.ts';
import { contradiction, simplified } from './open-conditions.ts';
import type { Need, Way } from './ways.ts';

/** What a request hangs on that is neither allowed nor denied for sure. */
export interface LeastOpen {
  readonly way: Way;
  readonly conditions: readonly OpenCondition[];
  /** Where the rest of the denials is not there. */
  readonly where: Guard;
}

/** Each list is one way to meet a need, or to escape a Deny. */
type Alternatives = readonly (readonly OpenCondition[])[];

/** More combinations of statements than this are not looked at. */
const MOST_COMBINATIONS = 512;

const weights = { attacker: 1, environment: 4, topology: 8, unknown: 16, never: 64 } as const;

export function weightOf(conditions: readonly OpenCondition[]): number {
  return conditions.reduce((sum, { control }) => sum + weights[control], 0);
}

/**
 * The way and the statements that hang on the least, among those whose conditions can hold together; the reason when there
 * are none. With too many combinations to look at all, the first one counts.
 */
export function leastOpen(ways: readonly Way[], limits: readonly Need[], denied: Grant): LeastOpen | string {
  const found = leastOpenOf(ways, limits, denied.by);
  if (typeof found !== 'string') return found;
  // A Deny that is there under a condition of the template only stops it there.
  const sometimes = denied.by.filter(({ guard }) => !isAlways(guard));
  if (sometimes.length === 0) return found;
  const without = leastOpenOf(
    ways,
    limits,
    denied.by.filter(({ guard }) => isAlways(guard)),
  );
  if (typeof without === 'string') return found;
  return { ...without, where: sometimes.map(({ guard }) => not(guard)).reduce((left, right) => and(left, right)) };
}

function leastOpenOf(ways: readonly Way[], limits: readonly Need[], denials: readonly Counted[]): LeastOpen | string {
  let best: LeastOpen | undefined;
  let reason = 'what would allow it excludes each other';
  for (const way of ways) {
    const choices = [...[...limits, ...way].map(alternativesOf), ...denials.flatMap(escapesFrom)];
    const size = choices.reduce((product, { length }) => product * Math.max(length, 1), 1);
    for (const conditions of size > MOST_COMBINATIONS ? [choices.flatMap(([first = []]) => first)] : product(choices)) {
      const contrary = size > MOST_COMBINATIONS ? undefined : contradiction(conditions);
      if (contrary !== undefined) reason = contrary;
      else if (best === undefined || weightOf(conditions) < weightOf(best.conditions))
        best = { way, conditions, where: always };
    }
  }
  return best === undefined ? reason : { ...best, conditions: simplified(best.conditions) };
}

/** The lightest first; one that surely holds needs nothing. */
function alternativesOf({ grant }: Need): Alternatives {
  if (grant.by.some(({ match }) => match === 'yes') || !mayHold(grant.holds)) return [[]];
  const each = grant.by.map(({ open }) => open).sort((left, right) => weightOf(left) - weightOf(right));
  return each.length === 0 ? [[]] : each;
}

/** A Deny that may apply is escaped when one of its open conditions does not hold. */
function escapesFrom({ match, open }: Counted): readonly Alternatives[] {
  if (match !== 'maybe' || open.length === 0) return [];
  const each = open.map((condition): readonly OpenCondition[] => {
    const operator = condition.operator === 'matches' ? 'does not match' : oppositeOperator(condition.operator);
    return [{ ...condition, operator }];
  });
  return [each.sort((left, right) => weightOf(left) - weightOf(right))];
}

function* product(choices: readonly Alternatives[]): Iterable<readonly OpenCondition[]> {
  const [first, ...rest] = choices;
  if (first === undefined) yield [];
  else for (const others of product(rest)) for (const one of first) yield [...one, ...others];
}
