import type { ElementId } from './id.ts';
import type { Element } from './system.ts';

/** Every name that people may write for an element: its id, its address, its aliases. */
export function namesOf({ id, address, aliases }: Element): readonly string[] {
  return [id, address, ...aliases];
}

/** Does a name that a person wrote mean this element? */
export function isNamed(element: Element, name: string): boolean {
  return namesOf(element).includes(name);
}

/** Elements by every name that people may write for them; of equal names the first element keeps it. */
export function elementsByName(elements: readonly Element[]): ReadonlyMap<string, ElementId> {
  const names = new Map<string, ElementId>();
  const add = (name: string, id: ElementId) => {
    if (!names.has(name)) names.set(name, id);
  };
  for (const { id } of elements) add(id, id);
  for (const { address, id } of elements) add(address, id);
  for (const { aliases, id } of elements) for (const alias of aliases) add(alias, id);
  return names;
}
