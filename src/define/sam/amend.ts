import type { Amendment, Expansion } from './expansion.ts';

/** Notes a change to a resource that the transform otherwise hands on as it is. */
export function amend(expansion: Expansion, id: string, change: Amendment) {
  const known = expansion.amendments.get(id) ?? [];
  known.push(change);
  expansion.amendments.set(id, known);
}
