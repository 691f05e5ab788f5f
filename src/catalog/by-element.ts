import type { ElementId } from '../model/id.ts';

/** Items by the element that each is about, in their order. */
export function byElement<T>(
  items: readonly T[],
  elementOf: (item: T) => ElementId,
): ReadonlyMap<ElementId, readonly T[]> {
  const groups = new Map<ElementId, T[]>();
  for (const item of items) {
    const element = elementOf(item);
    const group = groups.get(element);
    if (group === undefined) groups.set(element, [item]);
    else group.push(item);
  }
  return groups;
}
