import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Allowed, allowed, isSure, type Wish } from './permission.ts';
import { permissions, type Question } from './permissions.ts';

/** Somebody who may do all that it takes to one target. */
export interface Permitted {
  readonly principal: Resource;
  readonly target: Resource;
  readonly items: readonly Allowed[];
}

/**
 * Who may do the action of the question to a target, and whatever else it takes there: all that one set of wishes names. A
 * target without any set is left out; of several sets the surest counts.
 */
export function* permittedTogether(
  ask: Questions,
  question: Question,
  besides: (target: Resource, principal: Resource) => readonly (readonly Wish[])[] = () => [[]],
): Generator<Permitted> {
  for (const { principal, target, item } of permissions(ask, question)) {
    const sets = besides(target, principal).flatMap((wishes): readonly (readonly Allowed[])[] => {
      const items = wishes.map((wish) => allowed(ask, principal, wish));
      return items.every((one) => one !== undefined) ? [items] : [];
    });
    const items = sets.find((set) => set.every(isSure)) ?? sets[0];
    if (items !== undefined) yield { principal, target, items: [item, ...items] };
  }
}
