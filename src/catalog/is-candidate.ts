import type { Access } from '../model/access.ts';
import type { Resource } from '../model/resource.ts';

const sets = new WeakMap<readonly Resource[], ReadonlySet<Resource>>();

/** May the principal possibly do the action: does any Allow statement speak of it? One look, however many principals. */
export function isCandidate(access: Access, action: string, principal: Resource): boolean {
  const list = access.candidates(action);
  const known = sets.get(list) ?? new Set(list);
  sets.set(list, known);
  return known.has(principal);
}
