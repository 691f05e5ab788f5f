import { always, and, type Guard, isPossible, never, not, or } from '../../../src/model/guard.ts';
import type { Match } from '../../../src/model/text.ts';

/**
 * When something is so: surely under the first guard, whatever is still open; possibly under the second, if what is open
 * turns out that way. `surely` implies `possibly`.
 */
export interface Holds {
  readonly surely: Guard;
  readonly possibly: Guard;
}

export const surelySo: Holds = { surely: always, possibly: always };
export const notSo: Holds = { surely: never, possibly: never };

/** A match that is looked at only under a guard. */
export function holdsWhere(match: Match, guard: Guard): Holds {
  return { surely: match === 'yes' ? guard : never, possibly: match === 'no' ? never : guard };
}

export function both(...all: readonly Holds[]): Holds {
  return { surely: and(...all.map(({ surely }) => surely)), possibly: and(...all.map(({ possibly }) => possibly)) };
}

export function either(...all: readonly Holds[]): Holds {
  return { surely: or(...all.map(({ surely }) => surely)), possibly: or(...all.map(({ possibly }) => possibly)) };
}

/** `what`, unless `unless` is so. */
export function except(what: Holds, unless: Holds): Holds {
  return { surely: and(what.surely, not(unless.possibly)), possibly: and(what.possibly, not(unless.surely)) };
}

export function mayHold({ possibly }: Holds): boolean {
  return isPossible(possibly);
}

/** Are both true? */
export function bothMatch(left: Match, right: Match): Match {
  if (left === 'no' || right === 'no') return 'no';
  return left === 'yes' && right === 'yes' ? 'yes' : 'maybe';
}

/** Is one of them true? */
export function eitherMatches(matches: Iterable<Match>): Match {
  let result: Match = 'no';
  for (const match of matches) {
    if (match === 'yes') return 'yes';
    if (match === 'maybe') result = 'maybe';
  }
  return result;
}

export function opposite(match: Match): Match {
  if (match === 'maybe') return 'maybe';
  return match === 'yes' ? 'no' : 'yes';
}
