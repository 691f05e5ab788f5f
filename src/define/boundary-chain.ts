import type { BoundaryId } from '../model/id.ts';
import type { Boundary } from '../model/system.ts';

/** Gives a boundary and all that enclose it, from the innermost outwards; a cycle ends where it closes. */
export function boundaryChains(
  boundaries: readonly Boundary[],
): (boundary: BoundaryId | undefined) => readonly BoundaryId[] {
  const parents = new Map<BoundaryId, BoundaryId | undefined>(boundaries.map(({ id, parent }) => [id, parent]));
  return (boundary) => {
    const chain: BoundaryId[] = [];
    for (let next = boundary; next !== undefined && !chain.includes(next); next = parents.get(next)) chain.push(next);
    return chain;
  };
}
