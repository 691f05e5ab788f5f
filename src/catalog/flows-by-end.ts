import type { ElementId } from '../model/id.ts';
import type { Flow, SystemModel } from '../model/system.ts';
import { byElement } from './by-element.ts';

interface FlowIndex {
  readonly from: ReadonlyMap<ElementId, readonly Flow[]>;
  readonly to: ReadonlyMap<ElementId, readonly Flow[]>;
}

const remembered = new WeakMap<SystemModel, FlowIndex>();

/** The flows that leave an element. */
export function flowsFrom(model: SystemModel, element: ElementId): readonly Flow[] {
  return indexOf(model).from.get(element) ?? [];
}

/** The flows that end at an element. */
export function flowsTo(model: SystemModel, element: ElementId): readonly Flow[] {
  return indexOf(model).to.get(element) ?? [];
}

function indexOf(model: SystemModel): FlowIndex {
  const known = remembered.get(model);
  if (known !== undefined) return known;
  const index = { from: byElement(model.flows, ({ from }) => from), to: byElement(model.flows, ({ to }) => to) };
  remembered.set(model, index);
  return index;
}
