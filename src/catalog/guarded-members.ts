import { and, type Guard, isAlways, isPossible, not } from '../model/guard.ts';
import type { ResourceView } from '../model/service.ts';
import type { Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';

/** A member of a list property with the guard under which it is there. */
export interface GuardedMember {
  readonly guard: Guard;
  readonly value: Value;
}

/**
 * All members that a list property may have, each with its guard, those of conditional lists and conditional members
 * alike; a single value counts as a list of one. What an open list may hold besides is one unknown member.
 */
export function memberCases(view: ResourceView, path: string): readonly GuardedMember[] {
  return optionsOf(view.read(path)).flatMap(({ guard, value }) => {
    if (value === undefined || value.kind === 'absent') return [];
    const rest: readonly Value[] =
      value.kind === 'list' && value.open ? [{ kind: 'unknown', hole: value.open, origin: value.origin }] : [];
    const items = value.kind === 'list' ? [...value.items, ...rest] : [value];
    return items.flatMap((item) =>
      optionsOf(item).flatMap((option): readonly GuardedMember[] => {
        if (option.value === undefined || option.value.kind === 'absent') return [];
        const both = and(guard, option.guard);
        return isPossible(both) ? [{ guard: both, value: option.value }] : [];
      }),
    );
  });
}

/**
 * The members as values: one that is there only under a condition is a choice between itself and nothing. For relations,
 * where `members` would multiply the cases of the whole answer.
 */
export function guardedMembers(view: ResourceView, path: string): readonly Value[] {
  return memberCases(view, path).map(({ guard, value }) => underGuard(value, guard));
}

/** The value where the guard holds, and nothing elsewhere. */
export function underGuard(value: Value, guard: Guard): Value {
  if (isAlways(guard)) return value;
  const nothing = { guard: not(guard), value: { kind: 'absent', origin: value.origin } } as const;
  return { kind: 'choice', origin: value.origin, options: [{ guard, value }, nothing] };
}
