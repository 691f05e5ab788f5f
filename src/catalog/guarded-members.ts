import { isAlways, not } from '../model/guard.ts';
import type { ResourceView } from '../model/service.ts';
import type { Value } from '../model/value.ts';
import { optionsOf } from './answer.ts';

/**
 * All members that a list may have, each with the conditions under which it is there: a member of a conditional list is a
 * choice between itself and nothing. For relations, where `members` would multiply the cases of the whole answer. What an
 * open list may hold besides is one unknown member.
 */
export function guardedMembers(view: ResourceView, path: string): readonly Value[] {
  return optionsOf(view.read(path)).flatMap(({ guard, value }) => {
    if (value === undefined || value.kind === 'absent') return [];
    const rest: readonly Value[] =
      value.kind === 'list' && value.open ? [{ kind: 'unknown', hole: value.open, origin: value.origin }] : [];
    const items = value.kind === 'list' ? [...value.items, ...rest] : [value];
    if (isAlways(guard)) return items;
    return items.map((item): Value => {
      const nothing = { guard: not(guard), value: { kind: 'absent', origin: item.origin } } as const;
      return { kind: 'choice', origin: item.origin, options: [{ guard, value: item }, nothing] };
    });
  });
}
