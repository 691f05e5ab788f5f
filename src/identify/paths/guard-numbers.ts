import { always, and, type Guard, guardKey, isAlways, isPossible } from '../../model/guard.ts';

/** Guards as numbers, so that the many ways of a search join and compare them once for each pair. */
export interface GuardNumbers {
  /** 0 is always; -1 when it cannot hold. */
  number(guard: Guard): number;
  guard(number: number): Guard;
  /** Both hold; -1 when they exclude each other. */
  both(left: number, right: number): number;
  /** Does the weaker one hold wherever the stronger does? */
  covers(weaker: number, stronger: number): boolean;
}

export function createGuardNumbers(): GuardNumbers {
  const guards: Guard[] = [always];
  const byKey = new Map<string, number>([[guardKey(always), 0]]);
  const joined = new Map<string, number>();
  const number = (guard: Guard): number => {
    if (isAlways(guard)) return 0;
    if (!isPossible(guard)) return -1;
    const key = guardKey(guard);
    const known = byKey.get(key);
    if (known !== undefined) return known;
    guards.push(guard);
    byKey.set(key, guards.length - 1);
    return guards.length - 1;
  };
  const both = (left: number, right: number): number => {
    if (left === 0 || left === right) return right;
    if (right === 0) return left;
    const key = left < right ? `${left} ${right}` : `${right} ${left}`;
    const known = joined.get(key);
    if (known !== undefined) return known;
    const made = number(and(guards[left] ?? always, guards[right] ?? always));
    joined.set(key, made);
    return made;
  };
  return {
    number,
    guard: (at) => guards[at] ?? always,
    both,
    covers: (weaker, stronger) => weaker === 0 || weaker === stronger || both(weaker, stronger) === stronger,
  };
}
