import type { Match } from '../../../model/text.ts';

/** No, perhaps, yes: as numbers, so that “all of them” is the least and “one of them” the greatest. */
export type Tri = 0 | 1 | 2;

export const NO = 0;
export const MAYBE = 1;
export const YES = 2;

const byMatch: Readonly<Record<Match, Tri>> = { no: NO, maybe: MAYBE, yes: YES };

export function triOf(match: Match): Tri {
  return byMatch[match];
}

export function opposite(tri: Tri): Tri {
  return tri === YES ? NO : tri === NO ? YES : MAYBE;
}

export function least(left: Tri, right: Tri): Tri {
  return left < right ? left : right;
}

export function greatest(left: Tri, right: Tri): Tri {
  return left > right ? left : right;
}

/** The greatest of what a list gives, which is not looked at any further than it has to be. */
export function anyOf<T>(list: readonly T[], ask: (item: T) => Tri): Tri {
  let result: Tri = NO;
  for (const item of list) {
    const tri = ask(item);
    if (tri === YES) return YES;
    if (tri === MAYBE) result = MAYBE;
  }
  return result;
}
