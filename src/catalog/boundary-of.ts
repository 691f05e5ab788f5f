import type { BoundaryId } from '../model/id.ts';
import type { Boundary, Element, SystemModel } from '../model/system.ts';

const remembered = new WeakMap<SystemModel, ReadonlyMap<BoundaryId, Boundary>>();

/** The innermost boundary that an element stands in. */
export function boundaryOf(model: SystemModel, element: Element): Boundary | undefined {
  const known = remembered.get(model) ?? new Map(model.boundaries.map((boundary) => [boundary.id, boundary]));
  remembered.set(model, known);
  return known.get(element.boundary);
}
